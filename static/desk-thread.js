// Starts the desk's thread: its program is the desk's own, of the build that the page names in the query string.
const build = new URL(import.meta.url).search;
import(`./desk.js${build}`)
  .then(async (program) => {
    await program.default({ module_or_path: new URL(`./desk_bg.wasm${build}`, import.meta.url) });
    program.serve();
  })
  .catch(reportError);
