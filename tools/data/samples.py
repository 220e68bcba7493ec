"""What every data set becomes, and its bytes: "hourglass samples, version 2" of static/data/README.md."""

import struct
from dataclasses import dataclass

import numpy as np
import zopfli.zlib


@dataclass
class Samples:
    """Labels (n) below `classes`, levels (n, height, width) from 0, of value `low`, to `most`, of value `high`."""

    classes: int
    low: float
    high: float
    most: int
    labels: np.ndarray
    levels: np.ndarray


def nearest_levels(values, low, high, most):
    """The level nearest to each value, any shape; a value out of low ... high becomes the end it is beyond."""
    return np.rint((np.clip(values, low, high) - low) / (high - low) * most).astype(np.uint8)


def less_paeth(levels, most):
    """Levels (n, height, width) less their Paeth prediction, modulo most + 1. PNG specification, section 9.4."""
    level = levels.astype(np.int16)
    padded = np.pad(level, ((0, 0), (1, 0), (1, 0)))
    left, upper, upper_left = padded[:, 1:, :-1], padded[:, :-1, 1:], padded[:, :-1, :-1]
    guess = left + upper - upper_left
    to_left, to_upper, to_upper_left = abs(guess - left), abs(guess - upper), abs(guess - upper_left)
    nearest = np.where(to_upper <= to_upper_left, upper, upper_left)
    nearest = np.where((to_left <= to_upper) & (to_left <= to_upper_left), left, nearest)
    return ((level - nearest) % (most + 1)).astype(np.uint8)


def by_neighbours(samples):
    """Levels (height * width, n): of each pixel those of all samples, in the order of their class, then of the sum of
    their left and upper neighbours, then of the samples."""
    level = samples.levels.astype(np.int32)
    padded = np.pad(level, ((0, 0), (1, 0), (1, 0)))
    neighbours = (padded[:, 1:, :-1] + padded[:, :-1, 1:]).reshape(len(level), -1)
    pixels = zip(neighbours.T, level.reshape(len(level), -1).T)
    rows = [of_pixel[np.lexsort((sums, samples.labels))] for sums, of_pixel in pixels]
    return np.array(rows, dtype=np.uint8)


def packed(samples):
    """The bytes of the asset, with the filter that makes it smallest."""
    n, height, width = samples.levels.shape
    assert n == len(samples.labels) > 0
    assert samples.labels.max() < samples.classes and samples.levels.max() <= samples.most

    def stream(filter_number, filtered):
        sizes = (width, height, samples.most, samples.classes, n, samples.low, samples.high, filter_number)
        header = struct.pack("<4sBBBBIffB", b"HGI2", *sizes)
        return zopfli.zlib.compress(header + samples.labels.astype(np.uint8).tobytes() + filtered.tobytes())

    filtered = (samples.levels, less_paeth(samples.levels, samples.most), by_neighbours(samples))
    return min((stream(number, levels) for number, levels in enumerate(filtered)), key=len)
