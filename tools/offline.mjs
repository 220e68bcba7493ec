// Tells the service worker which files the page is made of, with their digests, and which version of it they are:
// tools/finish.mjs calls it.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const { TRUNK_STAGING_DIR: folder, TRUNK_SOURCE_DIR: source } = process.env;

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/\.(br|gz|md)$|LICENSE|OFL|^_headers$/.test(entry.name))
  .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .sort();
const version = createHash("sha256");
const integrity = {};
for (const file of files) {
  const bytes = readFileSync(join(folder, file));
  version.update(file).update(bytes);
  // The page itself is asked for by its folder, and a server may write into it, so that its bytes are not known.
  if (file === "index.html") integrity["./"] = "";
  else integrity[file] = `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
}
const worker = readFileSync(join(source, "static/service-worker.js"), "utf8")
  .replace("{version}", version.digest("hex").slice(0, 16))
  .replace('{"files": "integrity"}', JSON.stringify(integrity));
writeFileSync(join(folder, "service-worker.js"), worker);
