"""Reference numbers for our tests, by JAX and scikit-learn: python reference.py INPUTS_DIR RESULTS.json.

INPUTS_DIR holds inputs.json and inputs.f32, which our program exports. In inputs.json an array is {"offset", "shape"}:
where it begins in inputs.f32, counted in numbers, and its shape, row by row. RESULTS.json has one entry to a line.
"""

import json
import math
import platform
import sys
from pathlib import Path

import jax
import keras
import numpy as np
import sklearn
import torch

import analyses
import programs
import training

RESULTS = {
    "runs": training.run,
    "pca": analyses.pca,
    "roc": analyses.roc,
    "neighbours": analyses.neighbours,
    "singular": analyses.singular,
}


def read(folder):
    """inputs.json with an array in place of each reference to one."""
    numbers = np.fromfile(folder / "inputs.f32", "<f4")

    def array_of(entry):
        if entry.keys() != {"offset", "shape"}:
            return entry
        begin, size = entry["offset"], math.prod(entry["shape"])
        return numbers[begin : begin + size].reshape(entry["shape"])

    return json.loads((folder / "inputs.json").read_text(), object_hook=array_of)


def written(results):
    """JSON with one line to each entry of a list. A number that JSON lacks is an error: a run has diverged."""

    def line(value):
        return json.dumps(value, allow_nan=False)

    def part(value):
        return "[\n" + ",\n".join(map(line, value)) + "\n]" if isinstance(value, list) else line(value)

    return "{\n" + ",\n".join(f"{line(name)}: {part(value)}" for name, value in results.items()) + "\n}\n"


def main(folder, results):
    inputs = read(Path(folder))
    versions = {"python": platform.python_version(), "jax": jax.__version__, "scikit-learn": sklearn.__version__}
    versions |= {"keras": keras.__version__, "torch": torch.__version__}
    entries = {part: [result(**entry) for entry in inputs[part]] for part, result in RESULTS.items()}
    entries["programs"] = [programs.run(exported) for exported in sorted((Path(folder) / "programs").iterdir())]
    Path(results).write_text(written({"versions": versions, **entries}))


if __name__ == "__main__":
    main(*sys.argv[1:])
