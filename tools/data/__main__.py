"""Turns original data files into the page's own compact assets: python tools/data ORIGINALS OUT.

Each original is checked against its digest first; the same originals always give the same contents. The format, and
where each set comes from, are told in static/data/README.md. It needs numpy, pillow and zopfli, and takes minutes.
"""

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from ecg import mit_bih_beats
from images import idx, optdigits
from patches import whitened_patches
from samples import Samples, packed


@dataclass
class DataSet:
    """An asset, its originals with the sha256 of each, and what makes samples of their bytes, given in this order."""

    asset: str
    originals: dict[str, str]
    samples: Callable[..., Samples]


DATA_SETS = [
    DataSet(
        asset="digits.bin",
        originals={
            "optdigits/digits.csv.gz": "09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22",
        },
        samples=optdigits,
    ),
    DataSet(
        asset="mnist.bin",
        originals={
            "mnist/train-images-idx3-ubyte.gz": "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
            "mnist/train-labels-idx1-ubyte.gz": "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        },
        samples=lambda images, labels: idx(images, labels, per_class=500, most=255),
    ),
    DataSet(
        asset="fashion.bin",
        originals={
            "fashion-mnist/t10k-images-idx3-ubyte.gz": "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
            "fashion-mnist/t10k-labels-idx1-ubyte.gz": "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
        },
        samples=lambda images, labels: idx(images, labels, per_class=500, most=18),
    ),
    DataSet(
        asset="patches.bin",
        originals={
            "natural-images/camera.png": "b0793d2adda0fa6ae899c03989482bff9a42d3d5690fc7e3648f2795d730c23a",
            "natural-images/chelsea.png": "596aa1e7cb875eb79f437e310381d26b338a81c2da23439704a73c4651e8c4bb",
            "natural-images/coffee.png": "cc02f8ca188b167c775a7101b5d767d1e71792cf762c33d6fa15a4599b5a8de7",
            "natural-images/grass.png": "b6b6022426b38936c43a4ac09635cd78af074e90f42ffa8227ac8b7452d39f89",
            "natural-images/gravel.png": "c48615b451bf1e606fbd72c0aa9f8cc0f068ab7111ef7d93bb9b0f2586440c12",
        },
        samples=lambda *images: whitened_patches(images, counts=[1500, 1000, 1500, 1000, 1000]),
    ),
    DataSet(
        asset="ecg.bin",
        originals={
            "ecg/119.dat": "02a286a28e69b441568add915f16a2856b22bab893bf8729ee9654411ed3a5aa",
            "ecg/119.atr": "fd919c8ea20eed4a22fb37984977f30ce48d382eefd2d90934bf947a88e0fd7b",
        },
        samples=mit_bih_beats,
    ),
]


def checked(path, sha256):
    """The bytes of a file that has this digest."""
    original = path.read_bytes()
    digest = hashlib.sha256(original).hexdigest()
    if digest != sha256:
        sys.exit(f"tools/data: {path.name} has sha256 {digest}, not {sha256}")
    return original


def main(originals, out):
    for data_set in DATA_SETS:
        samples = data_set.samples(*(checked(originals / path, sha256) for path, sha256 in data_set.originals.items()))
        asset = packed(samples)
        (out / data_set.asset).write_bytes(asset)
        print(
            f"{data_set.asset}: {len(asset):,} bytes, {len(samples.labels):,} samples, {samples.most + 1} levels, "
            f"sha256 {hashlib.sha256(asset).hexdigest()}",
            flush=True,
        )


if len(sys.argv) != 3:
    sys.exit(__doc__)
main(Path(sys.argv[1]), Path(sys.argv[2]))
