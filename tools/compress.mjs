// Puts a .br and a .gz beside every file of the page that they make smaller: tools/finish.mjs calls it.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

// The data and the fonts are compressed in themselves.
const TEXT = [".html", ".js", ".css", ".md", ".txt", ".webmanifest"];
const BROTLI = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
const { TRUNK_STAGING_DIR: folder, TRUNK_PROFILE: profile } = process.env;

if (profile === "release") {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const kind = extname(entry.name);
    if (!entry.isFile() || (kind !== ".wasm" && !TEXT.includes(kind))) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(file);
    const mode = TEXT.includes(kind) ? constants.BROTLI_MODE_TEXT : constants.BROTLI_MODE_GENERIC;
    // Code repeats itself after few bytes, and these distances need no further bits.
    const near = kind === ".wasm" ? { [constants.BROTLI_PARAM_NDIRECT]: 15 } : {};
    const params = { ...BROTLI, ...near, [constants.BROTLI_PARAM_MODE]: mode, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
