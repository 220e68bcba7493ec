// Trains a network for some seconds with another library: others(library, widths, ms) gives samples per second.
const BATCH = 64;
const noise = (n) => Float32Array.from({ length: n }, Math.random);
const activation = (i, widths) => (i === widths.length - 1 ? "sigmoid" : i === (widths.length - 1) / 2 ? "linear" : "relu");

// Until so much time is over; a tenth of it is for warming up.
const paced = async (ms, step) => {
  const run = async (length) => {
    const begun = performance.now();
    let steps = 0;
    for (let now = begun; now - begun < length; now = performance.now()) {
      await step();
      steps++;
    }
    return (1000 * BATCH * steps) / (performance.now() - begun);
  };
  await run(ms / 10);
  return run(ms);
};

const tensorflow = (backend) => async (widths, ms) => {
  if (backend === "wasm") {
    tf.wasm.setWasmPaths("/packages/@tensorflow/tfjs-backend-wasm/dist/");
    tf.wasm.setThreadsCount(1);
  }
  await tf.setBackend(backend);
  await tf.ready();
  const model = tf.sequential();
  widths.slice(1).forEach((units, i) => {
    const inputShape = i === 0 ? [widths[0]] : undefined;
    model.add(tf.layers.dense({ units, activation: activation(i + 1, widths), inputShape }));
  });
  model.compile({ optimizer: tf.train.adam(0.001), loss: "meanSquaredError" });
  const x = tf.tensor2d(noise(BATCH * widths[0]), [BATCH, widths[0]]);
  const rate = await paced(ms, () => model.trainOnBatch(x, x));
  model.dispose();
  x.dispose();
  return rate;
};

const convnet = async (widths, ms) => {
  const layers = widths.slice(1, -1).map((num_neurons, i) => {
    const kind = activation(i + 1, widths);
    return { type: "fc", num_neurons, ...(kind === "linear" ? {} : { activation: kind }) };
  });
  const net = new convnetjs.Net();
  // Its last layer is linear: it has no mean squared error behind a sigmoid.
  net.makeLayers([{ type: "input", out_sx: 1, out_sy: 1, out_depth: widths[0] }, ...layers, { type: "regression", num_neurons: widths[0] }]);
  const trainer = new convnetjs.SGDTrainer(net, { method: "adam", batch_size: BATCH, learning_rate: 0.001, l2_decay: 0 });
  const samples = Array.from({ length: BATCH }, () => {
    const volume = new convnetjs.Vol(1, 1, widths[0]);
    volume.w = noise(widths[0]);
    return volume;
  });
  return paced(ms, async () => samples.forEach((x) => trainer.train(x, Array.from(x.w))));
};

const LIBRARIES = { "TensorFlow.js, WASM": tensorflow("wasm"), "TensorFlow.js, CPU": tensorflow("cpu"), ConvNetJS: convnet };
window.others = (library, widths, ms) => LIBRARIES[library](widths, ms);
