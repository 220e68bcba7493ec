// The copy of the whole page that stays on this device; a newer one is offered, and taken when the visitor says so.
export async function keep(script) {
  let workers;
  try {
    workers = navigator.serviceWorker;
  } catch {
    // A frame without an origin keeps nothing.
  }
  if (!workers) return;
  // The first one takes over a page that it has not served: that changes nothing.
  let isFirst = !workers.controller;
  workers.addEventListener("controllerchange", () => {
    if (!isFirst) location.reload();
    isFirst = false;
  });
  const copy = await workers.register(script);
  const offer = () => { if (copy.waiting && workers.controller) tellNewer(copy.waiting); };
  offer();
  copy.addEventListener("updatefound", () => copy.installing.addEventListener("statechange", offer));
  await workers.ready;
}

function tellNewer(newer) {
  const told = document.getElementById("newer");
  told.hidden = false;
  const [reload, later] = told.querySelectorAll("button");
  reload.onclick = () => newer.postMessage("take over");
  later.onclick = () => { told.hidden = true; };
}
