// Programs and their scripts know each other's functions by names that end in sixteen hexadecimal digits, no two alike and
// so of no use to a compressor. They are counted instead, in as many digits, so that no length in a program changes: tools/finish.mjs
// calls it.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { TRUNK_STAGING_DIR: folder, TRUNK_PROFILE: profile } = process.env;
const HASH = /(?<=[_h])[0-9a-f]{16}(?![0-9a-zA-Z])/g;

if (profile === "release") {
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".js"))) {
    const [script, program] = [join(folder, name), join(folder, name.replace(/\.js$/, "_bg.wasm"))];
    if (!existsSync(program)) continue;
    const text = readFileSync(script, "utf8");
    const counted = new Map([...new Set(text.match(HASH))].map((hash, at) => [hash, String(at).padStart(16, "0")]));
    const count = (text) => text.replace(HASH, (hash) => counted.get(hash) ?? hash);
    writeFileSync(script, count(text));
    // A byte a letter, there and back.
    const bytes = readFileSync(program).toString("latin1").replace(/[0-9a-f]{16}/g, (hash) => counted.get(hash) ?? hash);
    writeFileSync(program, Buffer.from(bytes, "latin1"));
  }
}
