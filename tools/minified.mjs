// Scripts and styles without what only their readers need.
import { createRequire } from "node:module";

const { transformSync } = createRequire(new URL("../.tools/npm/", import.meta.url))("esbuild");

/** What a file of this name holds, minified. The starter runs where newer syntax does not. */
export const minified = (name, text) => transformSync(text, {
  loader: name.endsWith(".css") ? "css" : "js",
  target: name === "start.js" ? "es2015" : "esnext",
  charset: "utf8",
  minify: true,
  legalComments: "none",
}).code;
