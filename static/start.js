// Starts the page's program, or says in plain words what is missing and what to do. It is a plain script, so that it runs
// where modules do not; Trunk writes the names of the program's files into its tag. While the program is on its way, so are
// the trainer's thread and the data that a bare address begins with: the program takes them over from `hourglass`.
(function () {
  var files = document.currentScript.dataset;

  // What is said before the program can speak. In another language its file has these keys, and those of the elements of the
  // page that name one, in a section of their own.
  var SENTENCES = {
    file: "Opened as a file, Hourglass may not load its own program. Put its folder on a web server, or in the folder run “python3 -m http.server” and open http://localhost:8000/.",
    wasm: "This browser has no WebAssembly, or it is switched off, and Hourglass trains its networks with it. Open the page in a current Chrome, Edge, Firefox or Safari.",
    simd: "This browser's WebAssembly has no SIMD, and Hourglass trains its networks with it. Open the page in a current Chrome, Edge, Firefox or Safari.",
    load: "The page's program could not be loaded. Reload the page; if that does not help, a file is missing where it was put, or is sent as another type:",
    stop: "The page has stopped because of an error of its own. Reload it: the address holds what you have set.",
  };
  function sentence(key) {
    var found = spoken.split("\n").filter(function (line) { return line.indexOf("start." + key + " = ") === 0; })[0];
    return found ? found.slice(found.indexOf(" = ") + 3) : SENTENCES[key];
  }

  var said = null;
  function say(key, why) {
    said = [key, why];
    var trouble = document.getElementById("trouble");
    trouble.textContent = sentence(key) + (why ? " " + why : "");
    trouble.hidden = false;
    document.documentElement.setAttribute("data-trouble", "");
  }

  // A module of one function that answers with a vector: what has no SIMD refuses it.
  var VECTOR = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

  // In the one file that holds the whole page, what gives its parts.
  var inside = window.hourglassInside;

  function missing() {
    if (location.protocol === "file:" && !inside)
      return "file";
    if (typeof WebAssembly !== "object")
      return "wasm";
    if (!WebAssembly.validate(new Uint8Array(VECTOR)))
      return "simd";
    return null;
  }

  function stopped(error) {
    console.error(error);
    say("load", error && error.message ? error.message : error);
  }

  // A program that has ended with an error of its own leaves the last picture behind.
  addEventListener("error", function (event) {
    if (event.error instanceof Error && event.error.name === "RuntimeError")
      say("stop");
  });

  // In a sandboxed frame a script of the page's own host counts as foreign, and has no address to start from.
  function here(file) { return new URL(file, document.baseURI).href; }

  // The build in the address keeps another build's trainer out of the cache. A page in a sandboxed frame is of no host, and
  // may start no worker of one: there a script of its own does it.
  var build = "?" + files.js.replace(/^.*\//, "");
  function startThread(file, options, script) {
    try {
      return new Worker(file, options);
    } catch (refused) {
      return new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" })), options);
    }
  }
  function startTrainer() {
    if (inside) return inside.thread("worker.js", "worker_bg.wasm", "wasm_bindgen({ module_or_path: bytes })");
    var file = here("trainer.js") + build;
    var place = JSON.stringify({ base: here("."), build: build });
    return startThread(file, {}, "self.hourglass = " + place + "; importScripts(" + JSON.stringify(file) + ");");
  }

  // A thread that is ended while its files are on their way calls that an error, when nobody asks for it any more.
  function quiet(worker) {
    var end = worker.terminate;
    worker.terminate = function () {
      worker.onerror = function (event) { event.preventDefault(); };
      end.call(worker);
    };
    return worker;
  }

  // The trainer that started with the page, and what it said before anybody listened.
  function startAhead() {
    var said = [];
    var worker = quiet(startTrainer());
    worker.onmessage = function (event) { said.push(new MessageEvent("message", { data: event.data })); };
    worker.onerror = function (event) { said.push(new ErrorEvent("error", { message: event.message })); };
    return { worker: worker, said: said };
  }

  var maker = null;

  // A program of the page, once it has begun.
  function load(js, wasm, query) {
    if (inside) return inside.program(js, wasm);
    return import(here(js) + query).then(function (program) {
      return program.default({ module_or_path: here(wasm) + query }).then(function () { return program; });
    });
  }

  // What goes out of the page and comes in is a program of its own: fetched when it is first asked for, and once.
  var desk = null;
  function fetchDesk() {
    var page = document.documentElement;
    page.setAttribute("data-fetching", "");
    desk = desk || load("desk.js", "desk_bg.wasm", build).then(function (program) {
      if (!inside) document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: here("desk.css") + build }));
      return program;
    });
    desk.catch(function () { desk = null; }).then(function () { page.removeAttribute("data-fetching"); });
    return desk;
  }

  // A file beside the page: its bytes, or an error that is the server's answer, 0 for none. `hear` is told on the way how many
  // bytes have come, and of how many where that is known: of a file that is compressed as it travels it is not.
  function fetchFile(path) {
    var file = { hear: null };
    file.bytes = inside ? inside.bytes(path) : new Promise(function (arrive, fail) {
      var request = new XMLHttpRequest();
      request.open("GET", here(path));
      request.responseType = "arraybuffer";
      request.onprogress = function (event) { if (file.hear) file.hear(event.loaded, event.lengthComputable ? event.total : undefined); };
      request.onload = function () { request.status < 300 ? arrive(request.response) : fail(request.status); };
      request.onerror = function () { fail(0); };
      request.send();
    });
    file.bytes.catch(function () {});
    return file;
  }

  // The language of the link, of the last choice on this device, or of the browser. English is in the program.
  var language = function () {
    var asked = /[#&]lang=([a-z]+)/.exec(location.hash), kept = null;
    try {
      kept = localStorage.getItem("hourglass.language");
    } catch (forbidden) {
      // Where nothing may be kept, nothing was.
    }
    var keys = [asked && asked[1], kept].concat(navigator.languages || []).map(function (tag) { return String(tag).split("-")[0].toLowerCase(); });
    return keys.filter(function (key) { return key === "en" || key === "de"; })[0] || "en";
  }();
  var ahead = null, fetched = {}, spoken = "";
  if (language !== "en") {
    var wordsFile = "words/" + language + ".txt";
    fetched[wordsFile] = fetchFile(wordsFile);
    fetched[wordsFile].bytes.then(function (bytes) {
      spoken = new TextDecoder().decode(bytes);
      document.querySelectorAll("[data-word]").forEach(function (element) { element.textContent = sentence(element.dataset.word) || element.textContent; });
      if (said) say(said[0], said[1]);
    }).catch(function () {});
  }

  var lack = missing();
  if (lack) return say(lack);
  try {
    ahead = startAhead();
  } catch (refused) {
    // The program asks again, and shows why.
  }
  if (!/[#&](lesson|data)=|^#speed$/.test(location.hash)) fetched["data/digits.bin"] = fetchFile("data/digits.bin");

  window.hourglass = {
    languageKey: function () { return language; },
    // A trainer's thread that tells these functions what it says, from its first word on.
    trainer: function (hear, fail) {
      var first = ahead || { worker: quiet(startTrainer()), said: [] };
      ahead = null;
      first.worker.onmessage = hear;
      first.worker.onerror = fail;
      setTimeout(function () {
        first.said.forEach(function (event) { first.worker.dispatchEvent(event); });
      });
      return first.worker;
    },
    // Opens the desk with what it is to know; it tells this function what comes of it.
    desk: function (brief, hear) {
      return fetchDesk().then(function (program) { program.open(brief, hear); });
    },
    // What was dropped or pasted on the page, for the desk that it opens.
    dropped: function () { return dropped.splice(0); },
    // Writes down what is painted on a canvas.
    recorder: function (canvas) {
      var file = inside ? inside.module("recorder.js") : import(here("recorder.js") + build);
      return file.then(function (module) { return module.record(canvas); });
    },
    // A tone until the next one, or none: what makes it is fetched for the first.
    sound: function (hz, lit) {
      if (hz === undefined && !maker) return;
      maker = maker || (inside ? inside.module("sound.js") : import(here("sound.js") + build));
      maker.then(function (tones) { hz === undefined ? tones.hush() : tones.play(hz, lit); }).catch(function () { maker = null; });
    },
    deskThread: function () {
      if (inside) return inside.thread("desk.js", "desk_bg.wasm", "__wbg_init({ module_or_path: bytes }).then(serve)");
      var file = here("desk-thread.js") + build;
      return startThread(file, { type: "module" }, "import " + JSON.stringify(file) + ";");
    },
    // The bytes of a file beside the page; `hear` is told how many have come.
    file: function (path, hear) {
      var file = fetched[path] || fetchFile(path);
      delete fetched[path];
      file.hear = hear;
      return file.bytes;
    },
  };
  // Files that are dropped anywhere on the page, or pasted, are the user's own data.
  var dropped = [];
  function receive(event, data) {
    var button = document.querySelector(".own-data");
    if (!button || !data || !data.files.length || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    dropped = Array.from(data.files);
    button.click();
  }
  // A text that is dropped is for the field under it.
  function hasFiles(event) { return Array.from(event.dataTransfer.types).indexOf("Files") >= 0; }
  addEventListener("dragover", function (event) { if (hasFiles(event)) event.preventDefault(); });
  addEventListener("drop", function (event) {
    if (!hasFiles(event)) return;
    event.preventDefault();
    receive(event, event.dataTransfer);
  });
  addEventListener("paste", function (event) { receive(event, event.clipboardData); });
  // The page that measures this device has the desk's program; from one to the other, everything begins anew.
  function isMeasuring() { return location.hash === "#speed"; }
  var measures = isMeasuring();
  addEventListener("hashchange", function () { if (isMeasuring() !== measures) location.reload(); });
  var started = measures
    ? fetchDesk().then(function (program) { program.measure(); })
    : load(files.js, files.wasm, "");
  started.catch(stopped);

  // A copy of the whole page stays on this device, so that it opens without a network: not while the page still begins, and
  // not where whoever visits saves data.
  window.hourglass.keepCopy = function () {
    return inside ? Promise.resolve() : import(here("copy.js")).then(function (copy) { return copy.keep(here("service-worker.js")); });
  };
  if (!measures && !(navigator.connection || {}).saveData) setTimeout(function () { window.hourglass.keepCopy().catch(function () {}); }, 15000);
})();
