// Starts the page's program, or says in plain words what is missing and what to do. It is a plain script, so that it runs
// where modules do not; Trunk writes the names of the program's files into its tag.
(function () {
  var files = document.currentScript.dataset;

  function say(sentence) {
    var trouble = document.getElementById("trouble");
    trouble.textContent = sentence;
    trouble.hidden = false;
    document.documentElement.setAttribute("data-trouble", "");
  }

  // A module of one function that answers with a vector: what has no SIMD refuses it.
  var VECTOR = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  var NEWER = "Open the page in a current Chrome, Edge, Firefox or Safari.";

  function missing() {
    if (location.protocol === "file:")
      return "Opened as a file, Hourglass may not load its own program. Put its folder on a web server, or in the folder run “python3 -m http.server” and open http://localhost:8000/.";
    if (typeof WebAssembly !== "object")
      return "This browser has no WebAssembly, or it is switched off, and Hourglass trains its networks with it. " + NEWER;
    if (!WebAssembly.validate(new Uint8Array(VECTOR)))
      return "This browser's WebAssembly has no SIMD, and Hourglass trains its networks with it. " + NEWER;
    return null;
  }

  function stopped(error) {
    console.error(error);
    say("The page's program could not be loaded. Reload the page; if that does not help, a file is missing where it was put, or is sent as another type: " + (error && error.message ? error.message : error));
  }

  // A program that has ended with an error of its own leaves the last picture behind.
  addEventListener("error", function (event) {
    if (event.error instanceof Error && event.error.name === "RuntimeError")
      say("The page has stopped because of an error of its own. Reload it: the address holds what you have set.");
  });

  var lack = missing();
  if (lack) return say(lack);
  // In a sandboxed frame a script of the page's own host counts as foreign, and has no address to start from.
  function here(file) { return new URL(file, document.baseURI).href; }
  import(here(files.js))
    .then(function (program) { return program.default({ module_or_path: here(files.wasm) }); })
    .catch(stopped);
})();
