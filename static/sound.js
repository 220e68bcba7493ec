// What a run sounds like: the error as a tone that falls with it, and a fifth above it as loud as units are lit.
const LOUD = 0.08;
const GLIDE_S = 0.08;
let context = null, tones = [];

function voice(kind) {
  const [tone, loudness] = [new OscillatorNode(context, { type: kind }), new GainNode(context, { gain: 0 })];
  tone.connect(loudness).connect(context.destination);
  tone.start();
  return { tone, loudness };
}

export function play(hz, lit) {
  if (!context) {
    context = new AudioContext();
    tones = [voice("sine"), voice("triangle")];
    // A page that nobody sees does not train.
    document.addEventListener("visibilitychange", () => document.hidden && hush());
  }
  context.resume();
  tones.forEach(({ tone, loudness }, at) => {
    tone.frequency.setTargetAtTime(at ? 1.5 * hz : hz, context.currentTime, GLIDE_S);
    loudness.gain.setTargetAtTime(at ? 0.5 * LOUD * lit : LOUD, context.currentTime, GLIDE_S);
  });
}

export function hush() {
  tones.forEach(({ loudness }) => loudness.gain.setTargetAtTime(0, context.currentTime, GLIDE_S));
}
