"""Image sets that are images already: the handwritten digits of UCI, MNIST, Fashion-MNIST."""

import gzip
from io import BytesIO

import numpy as np

from samples import Samples, nearest_levels


def optdigits(csv_gz):
    """All 8 x 8 digits in their own order, values 0 ... 1 in their own 17 levels: a line is 64 levels and the label."""
    rows = np.loadtxt(BytesIO(gzip.decompress(csv_gz)), delimiter=",", dtype=np.uint8)
    return Samples(classes=10, low=0, high=1, most=16, labels=rows[:, 64], levels=rows[:, :64].reshape(-1, 8, 8))


def idx(images_gz, labels_gz, per_class, most):
    """The first images of each class, class after class, values 0 ... 1 rounded to the nearest of evenly spaced levels.

    The IDX format of MNIST (LeCun, Cortes, Burges) is a header of big-endian numbers, then bytes 0 ... 255.
    """
    images, labels = gzip.decompress(images_gz), gzip.decompress(labels_gz)
    height, width = np.frombuffer(images, ">u4", count=2, offset=8)
    pixels = np.frombuffer(images, np.uint8, offset=16).reshape(-1, height, width)
    labels = np.frombuffer(labels, np.uint8, offset=8)
    chosen = np.concatenate([np.flatnonzero(labels == label)[:per_class] for label in range(10)])
    assert len(pixels) == len(labels) and len(chosen) == 10 * per_class
    levels = nearest_levels(pixels[chosen], 0, 255, most)
    return Samples(classes=10, low=0, high=1, most=most, labels=labels[chosen], levels=levels)
