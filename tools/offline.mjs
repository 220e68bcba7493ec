// Tells the service worker which files the page is made of, and which version of it they are: tools/finish.mjs calls it.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const { TRUNK_STAGING_DIR: folder, TRUNK_SOURCE_DIR: source } = process.env;

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz|md)$|LICENSE|OFL|^_headers$/.test(entry.name))
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .sort();
const hash = createHash("sha256");
for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
// The page itself is asked for by its folder.
const names = files.map((file) => (file === "index.html" ? "./" : file));
const worker = readFileSync(join(source, "static/service-worker.js"), "utf8")
  .replace("{version}", hash.digest("hex").slice(0, 16))
  .replace('"{files}"', names.map((name) => JSON.stringify(name)).join(", "));
writeFileSync(join(folder, "service-worker.js"), worker);
