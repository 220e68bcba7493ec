// What Trunk calls before a release is in place, one after the other: it would run hooks side by side.
await import("./names.mjs");
await import("./alike.mjs");
await import("./minify.mjs");
await import("./digest.mjs");
await import("./offline.mjs");
await import("./compress.mjs");
