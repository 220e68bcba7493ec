// Chromium by way of its driver, each time with nothing in its cache.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1440,900"];

export async function startDriver() {
  const driver = spawn(process.env.CHROMEDRIVER || "chromedriver", ["--port=0"], { stdio: ["ignore", "pipe", "ignore"] });
  const port = await new Promise((found, failed) => {
    driver.on("error", failed);
    createInterface(driver.stdout).on("line", (line) => {
      const [, port] = line.match(/started successfully on port (\d+)/) ?? [];
      if (port) found(port);
    });
  });
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(value.message);
    return value;
  };
  const options = { args: FLAGS, ...(process.env.CHROMIUM ? { binary: process.env.CHROMIUM } : {}) };
  return {
    /** A browser of its own. With `waits` false, a page is opened before it has loaded. */
    async open(waits = true) {
      const wanted = { "goog:chromeOptions": options, pageLoadStrategy: waits ? "normal" : "none", timeouts: { script: 300000 } };
      const { sessionId: id, capabilities } = await ask("POST", "", { capabilities: { alwaysMatch: wanted } });
      return {
        name: `${capabilities.browserName} ${capabilities.browserVersion}`,
        go: (address) => ask("POST", `/${id}/url`, { url: address }),
        /** The script's last argument is the function that takes its answer. */
        run: (script, args = []) => ask("POST", `/${id}/execute/async`, { script, args }),
        close: () => ask("DELETE", `/${id}`).catch(() => {}),
      };
    },
    end: () => driver.kill(),
  };
}
