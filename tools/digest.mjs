// The page's program and style have the digest of all code in their names, as it leaves the build, and the others carry it in
// their query string: a name that is kept for good stands for these bytes alone. tools/finish.mjs calls it.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { TRUNK_STAGING_DIR: folder, TRUNK_PROFILE: profile } = process.env;

if (profile === "release") {
  const names = readdirSync(folder).filter((name) => /\.(js|wasm|css)$/.test(name)).sort();
  const hash = createHash("sha256");
  for (const name of names) hash.update(readFileSync(join(folder, name)));
  const digest = hash.digest("hex").slice(0, 16);
  const files = names.filter((name) => /^(app|style)-/.test(name));
  const given = files.map((name) => [name, name.replace(/-[0-9a-f]+/, `-${digest}`)]);
  for (const name of ["index.html", ...names.filter((name) => name.endsWith(".js"))]) {
    const text = readFileSync(join(folder, name), "utf8");
    writeFileSync(join(folder, name), given.reduce((text, [before, after]) => text.replaceAll(before, after), text));
  }
  for (const [before, after] of given) renameSync(join(folder, before), join(folder, after));
}
