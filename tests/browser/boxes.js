// What is wrong with the boxes on the screen now: text that is cut off, lies over other text or over a picture that it
// does not belong to, or hangs out of its own box; and controls that something covers. Returns a list of sentences.
const said = (element) => {
  const words = (element.getAttribute?.('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 40);
  return `${element.tagName.toLowerCase()}.${String(element.className?.baseVal ?? element.className).replace(/ /g, '.')} “${words}”`;
};
const isShown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
const meet = (a, b, by) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > by && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > by;
const cut = (a, b) => ({ left: Math.max(a.left, b.left), right: Math.min(a.right, b.right), top: Math.max(a.top, b.top), bottom: Math.min(a.bottom, b.bottom) });
const isEmpty = (box) => box.right - box.left < 1 || box.bottom - box.top < 1;

// Texts that stand over a picture, or over each other, because that is what they are for.
const OVERLAYS = '.bubble, .help, .invitation, .decoded, .peek, .unseen';
const faults = [];
const isFixed = (element) => element.closest('header, .strip .controls, .rail') && getComputedStyle(element.closest('header, .strip .controls, .rail')).position !== 'static';

const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (!node.data.trim() || !isShown(element) || element.closest(`${OVERLAYS}, option, script, style, noscript, math`)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const rect of range.getClientRects()) {
    if (rect.width < 1) continue;
    // A line box is taller than its letters.
    const slack = Math.max(0, (rect.height - parseFloat(getComputedStyle(element).fontSize)) / 2);
    const box = { left: rect.left, right: rect.right, top: rect.top + slack, bottom: rect.bottom - slack };
    let seen = box;
    let isScrolled = false;
    for (let up = element; up && up !== document.documentElement; up = up.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(up);
      if (overflowX === 'visible' && overflowY === 'visible') continue;
      const frame = up.getBoundingClientRect();
      const scrolls = [overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll');
      const left = cut(box, frame);
      if (scrolls) {
        isScrolled ||= isEmpty(left) || left.bottom < box.bottom - 1 || left.top > box.top + 1;
        seen = cut(seen, frame);
      } else if (isEmpty(left) || left.right < box.right - 1.5 || left.left > box.left + 1.5 || left.bottom < box.bottom - 1.5 || left.top > box.top + 1.5) {
        if (!up.title && !element.title) faults.push(`${said(element)} is cut off by ${said(up)}`);
      }
    }
    let holder = element;
    while (getComputedStyle(holder).display.startsWith('inline') && holder.parentElement) holder = holder.parentElement;
    const own = holder.getBoundingClientRect();
    if (box.right > own.right + 2 || box.left < own.left - 2) faults.push(`${said(element)} hangs out of ${said(holder)}`);
    if (box.right > innerWidth + 1 || box.left < -1) faults.push(`${said(element)} is beyond the screen`);
    if (!isEmpty(seen)) texts.push({ element, box: seen, isScrolled });
  }
}

for (let i = 0; i < texts.length; i++) {
  for (let j = i + 1; j < texts.length; j++) {
    const [a, b] = [texts[i], texts[j]];
    if (a.element === b.element || !!isFixed(a.element) !== !!isFixed(b.element)) continue;
    if (meet(a.box, b.box, 1.5)) faults.push(`${said(a.element)} lies over ${said(b.element)}`);
  }
}
for (const canvas of document.querySelectorAll('canvas')) {
  if (!isShown(canvas)) continue;
  let box = canvas.getBoundingClientRect();
  for (let up = canvas.parentElement; up && up !== document.documentElement; up = up.parentElement) {
    if (getComputedStyle(up).overflowY !== 'visible') box = cut(box, up.getBoundingClientRect());
  }
  for (const text of texts) {
    if (canvas.parentElement.contains(text.element) || !!isFixed(text.element) !== !!isFixed(canvas)) continue;
    if (meet(text.box, box, 2)) faults.push(`${said(text.element)} lies over the picture ${said(canvas)}`);
  }
}

for (const control of document.querySelectorAll('button, input, select, summary')) {
  if (!control.checkVisibility({ visibilityProperty: true }) || control.closest(OVERLAYS)) continue;
  if (!isFixed(control)) control.scrollIntoView({ block: 'nearest' });
  let box = control.getBoundingClientRect();
  if (isEmpty(box)) continue;
  // On a phone the header and the transport lie over what scrolls below them: it is scrolled out from under them.
  if ((innerWidth < 768 || innerHeight < 520) && !isFixed(control)) scrollBy(0, box.top - innerHeight / 2), (box = control.getBoundingClientRect());
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const top = document.elementFromPoint(x, y);
  const label = control.labels?.[0] ?? control.closest('label');
  if (!top) faults.push(`${said(control)} cannot be reached`);
  else if (!control.contains(top) && !label?.contains(top)) faults.push(`${said(control)} is covered by ${said(top)}`);
}
scrollTo(0, 0);
for (const scroller of document.querySelectorAll('.side, .stage, .rail')) scroller.scrollTop = 0;
return [...new Set(faults)];
