// In the one file that holds the whole page: gives its parts, which stand in it as text. tools/single.mjs puts them there.
(function () {
  // Thirteen bits are two letters of 91: from "!" on, without "<", which would end the text. The lower bits come first.
  function bytesOf(text, length) {
    var bytes = new Uint8Array(length), bits = 0, held = 0, filled = 0, at;
    function letter(at) {
      var code = text.charCodeAt(at);
      return code - 33 - (code > 60 ? 1 : 0);
    }
    for (at = 0; at < text.length; at += 2) {
      bits |= (letter(at) + 91 * letter(at + 1)) << held;
      for (held += 13; held >= 8 && filled < length; held -= 8, bits >>>= 8) bytes[filled++] = bits & 255;
    }
    return bytes;
  }

  // The programs stand here as gzip made them; the data are compressed in themselves.
  function answer(name) {
    var part = document.getElementById("part " + name);
    if (!part) return Promise.reject(new Error("it is too large for the one file of the page, and beside the page in its folder"));
    var body = new Blob([bytesOf(part.textContent, Number(part.dataset.bytes))]).stream();
    return Promise.resolve(new Response("zipped" in part.dataset ? body.pipeThrough(new DecompressionStream("gzip")) : body));
  }
  function bytes(name) { return answer(name).then(function (answer) { return answer.arrayBuffer(); }); }
  function text(name) { return answer(name).then(function (answer) { return answer.text(); }); }
  // A module as a plain script: a page without a host may start no thread of a module.
  function plain(script) {
    return script.replace(/^export (?=function|async function|class|const)/gm, "").replace(/^export \{[^}]*\};?$/gm, "").replaceAll("import.meta.url", "location.href");
  }
  function address(script) { return URL.createObjectURL(new Blob([script], { type: "text/javascript" })); }

  // A style sheet finds no parts, but reads what stands in an address.
  function letters(name) {
    var part = document.getElementById("part " + name);
    return Array.from(bytesOf(part.textContent, Number(part.dataset.bytes)), function (byte) { return String.fromCharCode(byte); }).join("");
  }
  var fonts = document.head.appendChild(document.createElement("style"));
  fonts.textContent = letters("fonts.css").replace(/url\((fonts\/[\w-]+\.woff2)\)/g, function (_, name) {
    return "url(data:font/woff2;base64," + btoa(letters(name)) + ")";
  });

  function module(js) { return text(js).then(function (script) { return import(address(script)); }); }

  window.hourglassInside = {
    bytes: bytes,
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
        var script = plain(parts[0]) + "\nonmessage = function (event) { onmessage = null; var bytes = event.data; " + begin + ".catch(reportError); };";
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
