// Does so many things by chance: arguments are the things, [kind, two numbers in 0 … 1] each, and what is called at the end
// with the first fault, as the place in the list and a sentence, or null. What a thing acts on is what is there when its turn comes.
const [things] = arguments;
const done = arguments[arguments.length - 1];
const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length && !element.disabled);
let depth = 0;
const one = (list, by) => list[Math.min(list.length - 1, Math.floor(by * list.length))];
// They would leave the page, save files, print, or wait for a dialog of the system.
const LEAVES = 'a[href], [type=file], .ware, .door, .about, .own-data, .start-camera, [target]';
const LINKS = ['#', '#data=circle&k=1&play=1', '#lesson=sparse&lambda=0.02', '#lesson=lab&panels=codes,units', '#lesson=denoising&scene=5',
  '#k=99999&lr=NaN', '#lesson=uses&scene=2&lang=de', '#hidden=none&act=linear&k=2&play=1', '#data=spiral&n=40&moved=1:0.2:0.3', '#%%%=&&&', '#lesson=pca&scene=3'];
const KEYS = [' ', '.', ',', '[', ']', 's', 'r', 'p', 'a', 'w', 't', '?', 'Escape', 'ArrowLeft', 'ArrowRight', '0', '1', '2', '3', '4', '5', '6'];
const send = (element, name) => element.dispatchEvent(new Event(name, { bubbles: true }));
const point = (element, name, x, y) => element.dispatchEvent(new PointerEvent(name, { bubbles: true, cancelable: true, clientX: x, clientY: y, pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, buttons: name === 'pointerup' ? 0 : 1 }));
const DOES = {
  press(a) { one(all('button').filter((button) => !button.closest('dialog') && !button.matches(LEAVES)), a)?.click(); },
  slide(a, b) {
    const slider = one(all('input[type=range]'), a);
    if (!slider) return;
    slider.value = Number(slider.min) + b * (Number(slider.max) - Number(slider.min));
    send(slider, 'input');
    send(slider, 'change');
  },
  choose(a, b) {
    const list = one(all('select'), a);
    if (!list) return;
    list.selectedIndex = Math.floor(b * list.options.length);
    send(list, 'change');
  },
  switch(a) { one([...document.querySelectorAll('input[type=radio], input[type=checkbox]')].filter((box) => box.parentElement.getClientRects().length && !box.disabled), a)?.click(); },
  type(a, b) {
    const field = one(all('input[type=text], input[type=number], input:not([type])'), a);
    if (!field) return;
    field.value = one(['0', '-1', '1e9', '', 'x', '0,5', '7', '64-32', '½'], b);
    send(field, 'input');
    send(field, 'change');
  },
  key(a) { document.body.dispatchEvent(new KeyboardEvent('keydown', { key: one(KEYS, a), bubbles: true, cancelable: true })); },
  drag(a, b) {
    const canvas = one(all('canvas'), a);
    if (!canvas) return;
    const box = canvas.getBoundingClientRect();
    const [x, y] = [box.left + b * box.width, box.top + ((7 * b) % 1) * box.height];
    point(canvas, 'pointermove', x, y);
    point(canvas, 'pointerdown', x, y);
    point(canvas, 'pointermove', x + 9, y - 7);
    point(canvas, 'pointerup', x + 9, y - 7);
    canvas.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x, clientY: y }));
  },
  link(a) {
    const before = location.href;
    location.hash = one(LINKS, a);
    // The same link again is no step of the history.
    if (location.href !== before) depth += 1;
  },
  // Never further back than to where the page was opened.
  back() {
    if (depth === 0) return;
    returned = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    depth -= 1;
  },
  wait() {},
};
let returned = null;
const fault = () => {
  if (seen.errors.length) return `an error: ${seen.errors[0]}`;
  if (!document.getElementById('trouble').hidden) return 'the page has given up';
  if (!document.querySelector('header') || !document.querySelector('main')?.innerText.trim()) return 'the page is blank';
  const wrong = [...document.querySelectorAll('output')].find((output) => /NaN|undefined|inf/i.test(output.textContent));
  return wrong ? `${wrong.ariaLabel} is ${wrong.textContent}` : null;
};
(async () => {
  for (const [at, [kind, a, b]] of things.entries()) {
    DOES[kind](a, b);
    await new Promise((resolve) => setTimeout(resolve, kind === 'wait' ? 60 * a : 0));
    const found = fault();
    if (found) return done([at, found]);
  }
  // Else a way back that is still under way leads from wherever the next batch begins.
  await Promise.race([returned, new Promise((resolve) => setTimeout(resolve, 2000))]);
  done(null);
})().catch((error) => done([-1, String(error)]));
