// In the one file that holds the whole page: gives its parts, which stand in it as text. tools/single.mjs puts them there.
(function () {
  // Four bytes are five letters of 85: from "!" on, without "<", which would end the text.
  function bytesOf(text) {
    var bytes = new Uint8Array(Math.floor(text.length * 4 / 5)), view = new DataView(bytes.buffer);
    var whole = Math.floor(text.length / 5), value, at, i;
    function letter(at) {
      var code = at < text.length ? text.charCodeAt(at) : 117;
      return code - 33 - (code > 60 ? 1 : 0);
    }
    for (at = 0; at <= whole; at++) {
      for (value = 0, i = 0; i < 5; i++) value = value * 85 + letter(5 * at + i);
      if (at < whole) view.setUint32(4 * at, value);
      else for (i = 0; 4 * at + i < bytes.length; i++) bytes[4 * at + i] = Math.floor(value / Math.pow(256, 3 - i)) % 256;
    }
    return bytes;
  }

  // The programs stand here as gzip made them; the data are compressed in themselves.
  function answer(name) {
    var part = document.getElementById("part " + name);
    if (!part) return Promise.reject(new Error("it is too large for the one file of the page, and beside the page in its folder"));
    var body = new Blob([bytesOf(part.textContent)]).stream();
    return Promise.resolve(new Response("zipped" in part.dataset ? body.pipeThrough(new DecompressionStream("gzip")) : body));
  }
  function bytes(name) { return answer(name).then(function (answer) { return answer.arrayBuffer(); }); }
  function text(name) { return answer(name).then(function (answer) { return answer.text(); }); }
  function address(script) { return URL.createObjectURL(new Blob([script], { type: "text/javascript" })); }

  function module(js) { return text(js).then(function (script) { return import(address(script)); }); }

  window.hourglassInside = {
    fetch: answer,
    module: module,
    program: function (js, wasm) {
      return module(js)
        .then(function (program) {
          return bytes(wasm).then(function (bytes) { return program.default({ module_or_path: bytes }); }).then(function () { return program; });
        });
    },
    // A thread of a program: what it is told before it listens waits.
    thread: function (js, wasm, begin) {
      var worker = null, waiting = [];
      var hears = { onmessage: null, onerror: null };
      function pass(event) { if (hears["on" + event.type]) hears["on" + event.type](event); }
      var proxy = {
        set onmessage(hear) { hears.onmessage = hear; },
        set onerror(hear) { hears.onerror = hear; },
        postMessage: function (message, transfer) { if (worker) worker.postMessage(message, transfer); else waiting.push([message, transfer]); },
        dispatchEvent: pass,
        terminate: function () { if (worker) worker.terminate(); waiting = null; },
      };
      Promise.all([text(js), bytes(wasm)]).then(function (parts) {
        if (!waiting) return;
        var script = parts[0] + "\nonmessage = function (event) { onmessage = null; var bytes = event.data; " + begin + ".catch(reportError); };";
        worker = new Worker(address(script));
        worker.onmessage = pass;
        worker.onerror = pass;
        worker.postMessage(parts[1], [parts[1]]);
        waiting.forEach(function (sent) { worker.postMessage(sent[0], sent[1]); });
      }).catch(function (error) { pass(new ErrorEvent("error", { message: String(error && error.message || error) })); });
      return proxy;
    },
  };
})();
