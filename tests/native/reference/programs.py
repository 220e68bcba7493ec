"""Runs what the page exports: its programs for PyTorch and Keras, and its files of weights."""

import re
import subprocess
import sys

import numpy as np
import onnxruntime
from safetensors.numpy import load_file

ACTIVATIONS = {
    "ReLU": lambda z: np.maximum(z, 0),
    "Tanh": np.tanh,
    "Sigmoid": lambda z: 1 / (1 + np.exp(-z)),
}
REPEATS = 5


def training_error(folder, program, seed):
    """What the program prints as its training error after its steps, begun with another seed."""
    text = (folder / program).read_text()
    text, seeded = re.subn(r"(manual_seed|default_rng)\(\d+\)", rf"\1({seed})", text)
    assert seeded == 1
    run = subprocess.run([sys.executable, "-c", text], cwd=folder, capture_output=True, text=True, check=True)
    return float(re.search(r"200 steps: training error ([\d.]+)", run.stdout).group(1))


def mean_training_error(folder, program):
    """Over some seeds: the order of batches and the corruption are the program's own."""
    return float(np.mean([training_error(folder, program, seed) for seed in range(REPEATS)]))


def reconstruct(x, weights, activations):
    """x (n, d) through a state dictionary's layers; `activations` are those of `nn.Sequential`, by name."""
    for half in ["encoder", "decoder"]:
        at = 0
        while f"{half}.{at}.weight" in weights:
            x = x @ weights[f"{half}.{at}.weight"].T + weights[f"{half}.{at}.bias"]
            activation = activations.get(f"{half}.{at + 1}")
            x, at = (ACTIVATIONS[activation](x), at + 2) if activation else (x, at + 1)
    return x


def activations_of(folder):
    """(half.place: class) of every activation in the PyTorch program."""
    text = (folder / "hourglass_torch.py").read_text()
    found = {}
    for half in ["encoder", "decoder"]:
        parts = re.search(rf"self\.{half} = nn\.Sequential\((.*?)\n        \)", text, re.S).group(1)
        names = re.findall(r"(?:nn\.)?(\w+)\([^()]*\)", parts)
        found |= {f"{half}.{at}": name for at, name in enumerate(names) if name in ACTIVATIONS}
    return found


def run(folder):
    """Of one exported run: the training errors of its programs, and how far its files are from its reconstructions."""
    npz = dict(np.load(folder / "hourglass.npz"))
    seen = npz.get("inputs", npz["x"])
    safetensors = load_file(folder / "hourglass.safetensors")
    activations = activations_of(folder)

    def onnx(half, x):
        session = onnxruntime.InferenceSession(folder / f"{half}.onnx")
        return session.run(None, {session.get_inputs()[0].name: x})[0]

    def difference(reconstructions):
        return float(np.abs(reconstructions - npz["reconstructions"]).max())

    return {
        "name": folder.name,
        "pytorch": mean_training_error(folder, "hourglass_torch.py"),
        "keras": mean_training_error(folder, "hourglass_keras.py"),
        "npz": difference(reconstruct(seen, npz, activations)),
        "safetensors": difference(reconstruct(seen, safetensors, activations)),
        "onnx": difference(onnx("decoder", onnx("encoder", seen))),
    }
