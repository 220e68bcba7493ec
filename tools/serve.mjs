// Serves a folder on this computer alone: serve.mjs PACKAGES FOLDER PORT
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [packages, folder, port] = process.argv.slice(2);
const sirv = createRequire(`${resolve(packages)}/`)("sirv");

// The strictest policy under which the page works, so that whoever builds on it sees at once what would break it.
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:";
const setHeaders = (answer) => answer.setHeader("Content-Security-Policy", POLICY);

createServer(sirv(folder, { dev: true, setHeaders }))
  .on("error", (error) => {
    console.error(error.code === "EADDRINUSE" ? `Port ${port} is taken; choose another: make run PORT=8081` : error.message);
    process.exit(1);
  })
  .listen(port, "127.0.0.1", () => console.log(`Hourglass is at http://127.0.0.1:${port}/ (Ctrl+C to stop)`));
