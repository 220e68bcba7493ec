// Trains the same networks with other libraries, by #speed and on the page with all its pictures, in one Chromium, in
// turn, and prints a table of samples per second, of each its best round: compare.mjs PACKAGES OTHERS DIST
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startDriver } from "../chromium.mjs";

const [packages, others, dist] = process.argv.slice(2).map((path) => resolve(path));
const sirv = createRequire(`${packages}/`)("sirv");
const here = dirname(fileURLToPath(import.meta.url));
const MS = 3000;
// A machine that others use too is slow at times; of several rounds each has one in which it is not.
const ROUNDS = 3;
const LIBRARIES = ["TensorFlow.js, WASM", "TensorFlow.js, CPU", "ConvNetJS"];
// The standard networks, and the page's links to networks of the same shape with every picture there is.
const NETWORKS = [
  { widths: [784, 128, 32, 128, 784], link: "#lesson=lab&data=mnist&hidden=128&k=32&lr=0.001&speed=fast&play=1" },
  { widths: [64, 32, 8, 32, 64], link: "#lesson=lab&hidden=32&k=8&lr=0.001&speed=fast&play=1" },
  { widths: [2, 16, 16, 1, 16, 16, 2], link: "#lesson=lab&data=circle&hidden=16-16&k=1&lr=0.001&speed=fast&play=1" },
];

// /packages/… are the other libraries, /others/… the page that trains with them, the rest is ours.
const [served, library, own] = [`${others}/node_modules`, here, dist].map((folder) => sirv(folder, { dev: true }));
const server = createServer((request, answer) => {
  const [, first] = request.url.split("/");
  if (first !== "packages" && first !== "others") return own(request, answer);
  request.url = request.url.slice(first.length + 1);
  return (first === "packages" ? served : library)(request, answer);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const base = `http://127.0.0.1:${server.address().port}`;

const driver = await startDriver();
const browser = await driver.open();
const run = browser.run;
const go = async (address) => {
  await browser.go("about:blank");
  await browser.go(base + address);
};

const byLibrary = async (library, widths) => {
  await go("/others/index.html");
  return run("const [library, widths, ms, done] = arguments; others(library, widths, ms).then(done, (error) => done(String(error)));", [library, widths, MS]);
};
// What the clock on the wall says of the steps that the page shows.
const byPage = async (link) => {
  await go(`/${link}`);
  return run(
    `const [ms, done] = arguments;
    const step = () => Number(document.querySelector('output[aria-label="Step"]')?.dataset.value ?? 0);
    const wait = (length) => new Promise((over) => setTimeout(over, length));
    (async () => {
      while (step() < 20) await wait(50);
      await wait(1000);
      const [from, begun] = [step(), performance.now()];
      await wait(ms);
      return (64 * 1000 * (step() - from)) / (performance.now() - begun);
    })().then(done, (error) => done(String(error)));`,
    [2 * MS],
  );
};
const bySpeed = async () => {
  await go("/#speed");
  const found = await run(`const [done] = arguments; const look = () => {
    const result = document.querySelector("#speed-result");
    result ? done(result.textContent) : setTimeout(look, 200);
  }; look();`);
  return JSON.parse(found).map((network) => network.samples_per_s);
};

try {
  const rows = {};
  const take = (name, i, rate) => {
    const row = (rows[name] ??= NETWORKS.map(() => 0));
    row[i] = typeof rate === "number" ? Math.max(row[i], rate) : rate;
  };
  for (let round = 1; round <= ROUNDS; round++) {
    console.error(`round ${round} of ${ROUNDS}, a minute and a half`);
    for (const [i, { widths, link }] of NETWORKS.entries()) {
      for (const library of LIBRARIES) take(library, i, await byLibrary(library, widths));
      take("this page with its pictures", i, await byPage(link));
    }
    (await bySpeed()).forEach((rate, i) => take("this page, #speed", i, rate));
  }
  const first = rows[LIBRARIES[0]];
  const number = (value) => (typeof value === "number" ? Math.round(value).toLocaleString("en-GB") : String(value));
  console.log(`Samples per second in ${browser.name}; in brackets how many times ${LIBRARIES[0]}.\n`);
  console.log(`| | ${NETWORKS.map(({ widths }) => widths.join("-")).join(" | ")} |\n| --- | ${NETWORKS.map(() => "---:").join(" | ")} |`);
  for (const [name, rates] of Object.entries(rows)) {
    const cells = rates.map((rate, i) => `${number(rate)} (${(rate / first[i]).toFixed(1)} ×)`);
    console.log(`| ${name} | ${cells.join(" | ")} |`);
  }
} finally {
  await browser.close();
  driver.end();
  server.close();
}
