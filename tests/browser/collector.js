// Runs in every document before the page's own scripts, and only listens. What it saw is in `seen`.
(() => {
  const seen = { errors: [], tasks: [], steps: [], workers: [] };
  Object.defineProperty(window, 'seen', { value: seen });

  const error = console.error;
  console.error = (...words) => { seen.errors.push(words.join(' ')); error(...words); };
  // A size that changes while sizes are told is told in the next frame: the browser says so, and nothing is lost.
  const isRemark = (event) => event.message?.startsWith('ResizeObserver loop');
  addEventListener('error', (event) => isRemark(event) || seen.errors.push(event.message || `${event.target?.src} failed`), true);
  addEventListener('unhandledrejection', (event) => seen.errors.push(`unhandled: ${event.reason}`));

  // Not every engine knows of long tasks.
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.tasks.push([task.startTime, task.duration]);
  }).observe({ type: 'longtask', buffered: true });

  // What callbacks and messages cost, microtasks included, as entries of the user timing API. A chain
  // of microtasks as long as this ends after any that the page has queued.
  const timed = (name, work) => (...about) => {
    const start = performance.now();
    work(...about);
    let left = 30;
    const then = () => {
      if (left--) queueMicrotask(then);
      else performance.measure(name, { start, end: performance.now(), detail: name === 'frame' ? about[0] : null });
    };
    queueMicrotask(then);
  };
  const animate = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (work) => animate(timed('frame', work));

  // The Step readout at every frame in which it differs from the frame before.
  const look = () => {
    const step = document.querySelector('output[aria-label="Step"]')?.dataset.value;
    if (step !== undefined && Number(step) !== seen.steps.at(-1)?.[1]) {
      seen.steps.push([performance.now(), Number(step)]);
    }
    animate(look);
  };
  animate(look);

  window.Worker = class extends Worker {
    constructor(...about) {
      super(...about);
      seen.workers.push(this);
    }

    addEventListener(name, work, ...options) {
      super.addEventListener(name, name === 'message' ? timed('message', work) : work, ...options);
    }
  };
})();
