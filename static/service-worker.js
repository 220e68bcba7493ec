// Keeps one version of the page on the device, whole: what it answers with is never of two builds. tools/offline.mjs writes
// the version and the list of files, each with what its bytes must be: a network that asks for a login first answers every
// request with its own page, and what is kept stays.
const VERSION = "{version}";
const FILES = {"files": "integrity"};
const CACHE = `hourglass ${self.registration.scope} `;
const own = CACHE + VERSION;

// Past the browser's own cache: a name may stand for another build's file there.
async function keep() {
  const cache = await caches.open(own);
  await Promise.all(Object.entries(FILES).map(async ([file, integrity]) => {
    const answer = await fetch(new Request(file, { cache: "reload", integrity }));
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    await cache.put(file, answer);
  }));
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(CACHE) && name !== own).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const cache = await caches.open(own);
  // What else lies in the same folder is none of the page's.
  const root = new URL(self.registration.scope).pathname;
  const isPage = [root, `${root}index.html`].includes(new URL(request.url).pathname);
  const kept = await cache.match(isPage ? "./" : request, { ignoreSearch: true });
  return kept ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
self.addEventListener("message", (event) => { if (event.data === "take over") self.skipWaiting(); });
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});
