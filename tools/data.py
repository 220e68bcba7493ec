"""Turns original data files into the page's own compact assets: data.py ORIGINALS OUT.

Each original is checked against its digest first; the same original always gives the same contents. The format, and
where each set comes from, are told in static/data/README.md.
"""

import gzip
import hashlib
import struct
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Callable


@dataclass
class Images:
    """Grey images of one size, row by row, with a class for each."""

    width: int
    height: int
    largest: int
    classes: int
    labels: bytes
    pixels: bytes


def optdigits(csv_gz):
    """8 x 8 digits: a line is 64 pixel values and the label."""
    rows = [[int(value) for value in line.split(b",")] for line in gzip.decompress(csv_gz).split()]
    return Images(8, 8, 16, 10, bytes(row[64] for row in rows), bytes(value for row in rows for value in row[:64]))


@dataclass
class DataSet:
    asset: str
    original: str
    sha256: str
    images: Callable[[bytes], Images]


DATA_SETS = [
    DataSet(
        asset="digits.bin",
        original="optdigits/digits.csv.gz",
        sha256="09f66e6debdee2cd2b5ae59e0d6abbb73fc2b0e0185d2e1957e9ebb51e23aa22",
        images=optdigits,
    ),
]


def packed(images):
    """The bytes of "hourglass images, version 1"."""
    count = len(images.labels)
    assert count > 0 and len(images.pixels) == count * images.width * images.height
    assert max(images.labels) < images.classes and max(images.pixels) <= images.largest
    header = struct.pack("<4sBBBBI", b"HGI1", images.width, images.height, images.largest, images.classes, count)
    return zlib.compress(header + images.labels + images.pixels, 9)


def main(originals, out):
    for data_set in DATA_SETS:
        original = (originals / data_set.original).read_bytes()
        digest = hashlib.sha256(original).hexdigest()
        if digest != data_set.sha256:
            sys.exit(f"data.py: {data_set.original} has sha256 {digest}, not {data_set.sha256}")
        asset = packed(data_set.images(original))
        (out / data_set.asset).write_bytes(asset)
        print(f"{data_set.asset}: {len(asset):,} bytes, sha256 {hashlib.sha256(asset).hexdigest()}")


if len(sys.argv) != 3:
    sys.exit(__doc__)
main(Path(sys.argv[1]), Path(sys.argv[2]))
