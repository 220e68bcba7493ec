// How long the built page takes from the call of its address to its first step, and what comes over the wire for it:
// opening.mjs PACKAGES DIST. Ten times, each in a browser of its own with nothing in its cache.
import { createServer } from "node:http";
import { startDriver } from "./chromium.mjs";
import { handler } from "./serving.mjs";

const [packages, dist] = process.argv.slice(2);
const TIMES = 10;
const server = createServer(handler(packages, dist));
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${server.address().port}/`;
const driver = await startDriver();

// Milliseconds since the navigation began: the first pixels, the page's program, the first step that shows.
const WATCH = `const [done] = arguments;
  const step = () => Number(document.querySelector('output[aria-label="Step"]')?.dataset.value ?? 0);
  let drawn;
  const look = () => {
    drawn ??= document.querySelector('output[aria-label="Step"]') ? performance.now() : undefined;
    if (step() < 1) return setTimeout(look, 5);
    const stepped = performance.now();
    setTimeout(() => done({
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      drawn,
      stepped,
      files: performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation"))
        .map(({ name, encodedBodySize }) => [name, encodedBodySize]),
    }), 500);
  };
  look();`;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
try {
  const visits = [];
  for (let time = 0; time < TIMES; time += 1) {
    const browser = await driver.open(false);
    await browser.go(address);
    visits.push(await browser.run(WATCH));
    await browser.close();
  }
  for (const [what, key] of [["first pixels", "paint"], ["the page's program", "drawn"], ["first step", "stepped"]]) {
    const times = visits.map((visit) => visit[key]);
    const [least, middle, most] = [Math.min(...times), median(times), Math.max(...times)].map((ms) => `${Math.round(ms)} ms`);
    console.log(`${what.padEnd(20)} median ${middle} (${least} to ${most})`);
  }
  // The trainer's own files are asked for by its thread, which keeps its own list.
  console.log("the page's own files, bytes without headers:");
  for (const [name, bytes] of visits[0].files) console.log(`  ${String(bytes).padStart(7)} ${name.slice(address.length) || "index.html"}`);
} finally {
  driver.end();
  server.close();
}
