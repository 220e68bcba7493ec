// Serves a folder on this computer alone: serve.mjs PACKAGES FOLDER PORT
import { createServer } from "node:http";
import { handler } from "./serving.mjs";

const [packages, folder, port] = process.argv.slice(2);

createServer(handler(packages, folder))
  .on("error", (error) => {
    console.error(error.code === "EADDRINUSE" ? `Port ${port} is taken; choose another: make run PORT=8081` : error.message);
    process.exit(1);
  })
  .listen(port, "127.0.0.1", () => console.log(`Hourglass is at http://127.0.0.1:${port}/ (Ctrl+C to stop)`));
