// A browser's own translation puts <font> elements in the place of text nodes, which the page's program still holds: it
// would write into what nobody sees, and fail to remove what is no longer there. So each text node remembers what stands
// for it: it comes back when the program writes into it, and what stands for it goes when the program removes it.
(() => {
  const standIns = new WeakMap();
  const isText = (node) => node.nodeType === Node.TEXT_NODE;
  const isFont = (node) => node.nodeName === "FONT";
  const standIn = (node) => {
    const font = node && !node.parentNode ? standIns.get(node) : undefined;
    return font?.parentNode ? font : undefined;
  };

  new MutationObserver((records) => {
    const waiting = new Map();
    for (const { target, addedNodes, removedNodes } of records) {
      const seen = waiting.get(target) ?? { texts: [], fonts: [] };
      waiting.set(target, seen);
      seen.texts.push(...[...removedNodes].filter(isText));
      seen.fonts.push(...[...addedNodes].filter(isFont));
    }
    for (const { texts, fonts } of waiting.values()) {
      texts.forEach((text, at) => fonts[at] && standIns.set(text, fonts[at]));
    }
  }).observe(document.documentElement, { childList: true, subtree: true });

  const { insertBefore, removeChild } = Node.prototype;
  Node.prototype.removeChild = function (child) {
    return removeChild.call(this, standIn(child)?.parentNode === this ? standIn(child) : child);
  };
  Node.prototype.insertBefore = function (child, next) {
    return insertBefore.call(this, child, standIn(next)?.parentNode === this ? standIn(next) : next);
  };
  for (const name of ["nodeValue", "textContent"]) {
    const { get, set } = Object.getOwnPropertyDescriptor(Node.prototype, name);
    Object.defineProperty(Node.prototype, name, {
      configurable: true,
      enumerable: true,
      get,
      set(value) {
        standIn(this)?.replaceWith(this);
        set.call(this, value);
      },
    });
  }
})();
