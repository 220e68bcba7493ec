// Canvas -> SVG: stands in the place of a canvas's context while the page paints, and writes down what is painted. It knows
// what the page's figures use of a context (src/ui/shared/canvas.rs, and plotters-canvas), and no more.
const escaped = (text) => String(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const rounded = (number) => Math.round(number * 100) / 100;
const BASELINES = { middle: "central", top: "hanging", hanging: "hanging", bottom: "text-after-edge" };
const ANCHORS = { center: "middle", right: "end", end: "end" };

export function record(canvas) {
  const measure = document.createElement("canvas").getContext("2d");
  let marks = [];
  let path = "";
  let matrix = new DOMMatrix();
  let kept = [];
  const at = (x, y) => { const place = matrix.transformPoint({ x, y }); return `${rounded(place.x)} ${rounded(place.y)}`; };
  const size = () => Math.hypot(matrix.a, matrix.b);
  const alpha = () => (pen.globalAlpha < 1 ? ` opacity="${pen.globalAlpha}"` : "");
  const line = () => {
    const dash = pen.dash.length ? ` stroke-dasharray="${pen.dash.map((length) => rounded(length * size()))}"` : "";
    return ` fill="none" stroke="${escaped(pen.strokeStyle)}" stroke-width="${rounded(pen.lineWidth * size())}" stroke-linejoin="${pen.lineJoin}"${dash}${alpha()}`;
  };
  const box = (x, y, width, height) => `M${at(x, y)}L${at(x + width, y)}L${at(x + width, y + height)}L${at(x, y + height)}z`;
  const pen = {
    canvas, dash: [], fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineJoin: "miter", lineCap: "butt", globalAlpha: 1,
    font: "10px sans-serif", textAlign: "start", textBaseline: "alphabetic",
    save() { kept.push([matrix, pen.fillStyle, pen.strokeStyle, pen.lineWidth, pen.globalAlpha, pen.font]); },
    restore() { if (kept.length) [matrix, pen.fillStyle, pen.strokeStyle, pen.lineWidth, pen.globalAlpha, pen.font] = kept.pop(); },
    resetTransform() { matrix = new DOMMatrix(); },
    setTransform(...of) { matrix = of.length === 1 ? DOMMatrix.fromMatrix(of[0]) : new DOMMatrix(of); },
    scale(x, y) { matrix = matrix.scale(x, y); },
    translate(x, y) { matrix = matrix.translate(x, y); },
    rotate(turn) { matrix = matrix.rotate((turn * 180) / Math.PI); },
    // A figure is painted anew.
    clearRect() { marks = []; },
    beginPath() { path = ""; },
    closePath() { path += "z"; },
    moveTo(x, y) { path += `M${at(x, y)}`; },
    lineTo(x, y) { path += `L${at(x, y)}`; },
    // Whole circles only.
    arc(x, y, radius) {
      const r = rounded(radius * size());
      path += `M${at(x + radius, y)}A${r} ${r} 0 1 1 ${at(x - radius, y)}A${r} ${r} 0 1 1 ${at(x + radius, y)}`;
    },
    fill() { marks.push(`<path d="${path}" fill="${escaped(pen.fillStyle)}"${alpha()}/>`); },
    stroke() { marks.push(`<path d="${path}"${line()}/>`); },
    fillRect(x, y, width, height) { marks.push(`<path d="${box(x, y, width, height)}" fill="${escaped(pen.fillStyle)}"${alpha()}/>`); },
    strokeRect(x, y, width, height) { marks.push(`<path d="${box(x, y, width, height)}"${line()}/>`); },
    setLineDash(lengths) { pen.dash = [...lengths]; },
    measureText(text) { measure.font = pen.font; return measure.measureText(text); },
    fillText(text, x, y) {
      const baseline = BASELINES[pen.textBaseline], anchor = ANCHORS[pen.textAlign];
      const { a, b, c, d } = matrix, [left, top] = at(x, y).split(" ");
      marks.push(`<text transform="matrix(${[a, b, c, d].map(rounded)} ${left} ${top})" style="font: ${escaped(pen.font)}" fill="${escaped(pen.fillStyle)}"${
        anchor ? ` text-anchor="${anchor}"` : ""}${baseline ? ` dominant-baseline="${baseline}"` : ""}${alpha()}>${escaped(text)}</text>`);
    },
    // In pixels of the canvas, whatever the transformation.
    putImageData(image, x, y) {
      const sheet = document.createElement("canvas");
      [sheet.width, sheet.height] = [image.width, image.height];
      sheet.getContext("2d").putImageData(image, 0, 0);
      marks.push(`<image x="${x}" y="${y}" width="${image.width}" height="${image.height}" style="image-rendering: pixelated" href="${sheet.toDataURL()}"/>`);
    },
  };
  // The page asks whether it is a context.
  const recorder = Object.create(CanvasRenderingContext2D.prototype);
  for (const name of Object.keys(pen)) {
    const isDone = typeof pen[name] === "function";
    Object.defineProperty(recorder, name, isDone ? { value: pen[name] } : { get: () => pen[name], set: (value) => { pen[name] = value; } });
  }
  canvas.getContext = () => recorder;
  return {
    /** What was painted, in pixels of the canvas; the canvas has its own context again. */
    end() {
      delete canvas.getContext;
      return marks.join("\n");
    },
  };
}
