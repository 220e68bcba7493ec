// The whole page as one file that opens by a double click, without a server: single.mjs DIST FILE.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { constants, gzipSync } from "node:zlib";
import { minified } from "./minified.mjs";

const [dist, target] = process.argv.slice(2);
const MOST = 3_000_000;
// The two large image sets would be two thirds of the file.
const DATA = ["data/digits.bin", "data/ecg.bin", "data/patches.bin"];
const WORDS = ["words/de.txt"];
const POLICY = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:; connect-src blob:; style-src 'unsafe-inline'; font-src data:; img-src data: blob:";

const read = (name) => readFileSync(join(dist, name));
const text = (name) => read(name).toString("utf8");

/** Two letters of 91 for thirteen bits: static/inside.js reads them. */
function letters(bytes) {
  const letter = (digit) => String.fromCharCode(33 + digit + (digit >= 27 ? 1 : 0));
  let written = "", bits = 0, held = 0;
  const put = () => {
    written += letter((bits & 8191) % 91) + letter(Math.floor((bits & 8191) / 91));
    bits >>>= 13;
    held -= 13;
  };
  for (const byte of bytes) {
    bits |= byte << held;
    held += 8;
    if (held >= 13) put();
  }
  if (held > 0) put();
  return written;
}

/** The program takes the words of a section in their order. */
const leanWords = (words) => words.replace(/^(?!start\.)(\w+)\.\w+ = /gm, "$1. = ");

const part = (name, bytes, zipped) => `<script type="text/plain" id="part ${name}" data-bytes="${bytes.length}"${zipped ? " data-zipped" : ""}>${letters(bytes)}</script>\n`;
const zipped = (name, bytes = read(name)) => part(name, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 }), true);

const page = text("index.html");
const starter = page.match(/<script src="[^"]*start\.js" data-js="\.\/([^"]+)" data-wasm="\.\/([^"]+)"><\/script>/);
if (!starter) throw new Error("the page has no starter");
const [, js, wasm] = starter;
const FONTS = readdirSync(join(dist, "fonts")).filter((name) => name.endsWith(".woff2")).map((name) => `fonts/${name}`);
const sheet = readdirSync(dist).find((name) => /^style-\w+\.css$/.test(name));
const css = `${text(sheet)}\n${text("desk.css")}`;
// The rules of the fonts come with the fonts.
const FONT = /@font-face\s*\{[^}]*\}/g;
const script = (code, attributes = "") => `<script${attributes}>${code.replaceAll("</script", "<\\/script")}</script>\n`;

const parts = part("fonts.css", Buffer.from(css.match(FONT).join("\n")), false) + [js, wasm, "worker.js", "worker_bg.wasm", "desk.js", "desk_bg.wasm", "recorder.js", "sound.js"].map((name) => zipped(name)).join("")
  + WORDS.map((name) => zipped(name, Buffer.from(leanWords(text(name))))).join("") + [...DATA, ...FONTS].map((name) => part(name, read(name), false)).join("");
const single = page
  .replace(/<link rel="(preload|modulepreload|stylesheet|manifest|apple-touch-icon)"[^>]*>/g, "")
  .replace(/<script src="[^"]*translated\.js"><\/script>/, "")
  .replace(starter[0], "")
  .replace(/^\s*\n/gm, "")
  .replace("<head>", () => `<head>\n  <meta http-equiv="Content-Security-Policy" content="${POLICY}">`)
  .replace("</head>", () => `<style>${css.replace(FONT, "")}</style>\n</head>`)
  .replace("</body>", () => parts + script(text("translated.js")) + script(minified("inside.js", readFileSync(new URL("../static/inside.js", import.meta.url), "utf8")))
    + script(text("start.js"), ` data-js="${js}" data-wasm="${wasm}"`) + "</body>");
writeFileSync(target, single);
const size = Buffer.byteLength(single);
console.log(`${target}: ${size.toLocaleString("en")} bytes`);
if (size > MOST) throw new Error(`that is more than ${MOST.toLocaleString("en")}`);
