// Functions that are alike stand next to each other in a program, where a compressor describes the one by the other: a
// linker leaves them where they come from. wasm-opt sorts functions by their names, so that they are given the names of
// their places: tools/finish.mjs calls it.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { TRUNK_STAGING_DIR: folder, TRUNK_PROFILE: profile } = process.env;
const [CUSTOM, IMPORTS, CODE] = [0, 2, 10];
// Two functions share a piece of so many bytes, unless more than so many functions have it, which says nothing.
const [PIECE, COMMON] = [4, 60];

/** Reads the parts of a program: numbers of seven bits a byte, and so many bytes. */
class Reader {
  constructor(bytes, at = 0) { Object.assign(this, { bytes, at }); }
  get isDone() { return this.at >= this.bytes.length; }
  byte() { return this.bytes[this.at++]; }
  number() {
    let [value, shift, byte] = [0, 0, 0];
    do {
      byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      shift += 7;
    } while (byte & 128);
    return value;
  }
  take(count) { return this.bytes.subarray(this.at, this.at += count); }
}

function number(value) {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return Buffer.from([...bytes, value]);
}
const sized = (bytes) => Buffer.concat([number(bytes.length), bytes]);

function* sections(program) {
  const reader = new Reader(program, 8);
  while (!reader.isDone) yield [reader.byte(), reader.take(reader.number())];
}

/** How many functions come from outside: they are counted first. */
function imported(section) {
  const reader = new Reader(section);
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.take(reader.number());
    reader.take(reader.number());
    const kind = reader.byte();
    if (kind === 0) functions += 1;
    if (kind === 1 || kind === 3) reader.byte();
    if (kind === 3) reader.byte();
    else if (kind === 1 || kind === 2) {
      const limits = reader.byte();
      reader.number();
      if (limits & 1) reader.number();
    } else reader.number();
  }
  return functions;
}

function bodies(section) {
  const reader = new Reader(section);
  return Array.from({ length: reader.number() }, () => reader.take(reader.number()));
}

function piecesOf(body) {
  const pieces = new Set();
  for (let at = 0; at + PIECE <= body.length; at++) pieces.add(body.readUInt32LE(at));
  return [...pieces];
}

/** One after the other, the one that shares the most with the last; where none does, the first that is left. */
function chained(all) {
  const pieces = all.map(piecesOf);
  const places = new Map();
  pieces.forEach((own, at) => own.forEach((piece) => {
    const having = places.get(piece);
    if (having) having.push(at);
    else places.set(piece, [at]);
  }));
  const left = new Set(all.keys());
  const chain = [];
  for (let last = 0; last !== undefined;) {
    chain.push(last);
    left.delete(last);
    const shared = new Map();
    for (const piece of pieces[last]) {
      const having = places.get(piece);
      if (having.length > COMMON) continue;
      for (const at of having) if (left.has(at)) shared.set(at, (shared.get(at) ?? 0) + 1);
    }
    let [next, most] = [undefined, 0];
    for (const [at, count] of shared) {
      const part = count / (pieces[at].length + pieces[last].length - count + 20);
      if (count >= 4 && part > most) [next, most] = [at, part];
    }
    last = next ?? left.values().next().value;
  }
  return chain;
}

/** The section that names each function by its place in the chain. */
function names(first, chain) {
  const place = new Map(chain.map((at, place) => [at, place]));
  const entry = (at) => [number(first + at), sized(Buffer.from(String(place.get(at)).padStart(6, "0")))];
  const functions = Buffer.concat([number(chain.length), ...[...chain.keys()].flatMap(entry)]);
  return Buffer.concat([sized(Buffer.from("name")), Buffer.from([1]), sized(functions)]);
}

if (profile === "release") {
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".wasm"))) {
    const file = join(folder, name);
    const program = readFileSync(file);
    const all = [...sections(program)];
    const of = (id) => all.find(([own]) => own === id)[1];
    const named = names(imported(of(IMPORTS)), chained(bodies(of(CODE))));
    const kept = all.filter(([id, section]) => id !== CUSTOM || section.subarray(1, 5).toString() !== "name");
    const parts = [...kept, [CUSTOM, named]].flatMap(([id, section]) => [Buffer.from([id]), sized(section)]);
    writeFileSync(file, Buffer.concat([program.subarray(0, 8), ...parts]));
    execFileSync("wasm-opt", [file, "-o", file, "--reorder-functions-by-name"]);
  }
}
