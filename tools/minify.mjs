// Minifies the page's scripts and styles where they are: tools/finish.mjs calls it.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minified } from "./minified.mjs";

// The one file that holds the whole page makes a plain script of this module, by the names that are in it.
const KEPT = ["desk.js"];
const { TRUNK_STAGING_DIR: folder, TRUNK_PROFILE: profile } = process.env;

if (profile === "release") {
  for (const name of readdirSync(folder).filter((name) => /\.(js|css)$/.test(name) && !KEPT.includes(name))) {
    const file = join(folder, name);
    writeFileSync(file, minified(name, readFileSync(file, "utf8")));
  }
}
