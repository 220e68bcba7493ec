// What answers for a folder: its files, compressed where they were ahead and the browser takes it.
import { createRequire } from "node:module";
import { resolve } from "node:path";

// The strictest policy under which the page works, so that whoever builds on it sees at once what would break it.
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:";

/** sirv comes from the npm packages in a folder of theirs. */
export function handler(packages, folder) {
  const sirv = createRequire(`${resolve(packages)}/`)("sirv");
  return sirv(folder, { dev: true, brotli: true, gzip: true, setHeaders: (answer) => answer.setHeader("Content-Security-Policy", POLICY) });
}
