"""Small squares of natural images, whitened as B. A. Olshausen and D. J. Field (Nature 381, 1996) did."""

from io import BytesIO

import numpy as np
from PIL import Image

from samples import Samples, nearest_levels

SIDE = 12
# In cycles per pixel. Theirs was 200 cycles per picture of 512 pixels, 0.39.
CUTOFF = 0.4
# The Fourier transform takes opposite borders for neighbours, which rings over two pixels.
MARGIN = 4
# In standard deviations of the image.
LEAST_DEVIATION = 0.2
SEED = 1996


def grey(png):
    """The image (height, width) as luma, 0 ... 255, by ITU-R BT.601."""
    return np.asarray(Image.open(BytesIO(png)).convert("RGB"), dtype=float) @ [0.299, 0.587, 0.114]


def whitened(image):
    """The image (height, width), frequency f times f exp(-(f / CUTOFF)^4); without its margin, at unit variance."""
    height, width = image.shape
    f = np.hypot(np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width))
    flat = np.fft.ifft2(np.fft.fft2(image) * f * np.exp(-((f / CUTOFF) ** 4))).real
    inner = flat[MARGIN:-MARGIN, MARGIN:-MARGIN]
    return inner / inner.std()


def cut(image, count, random):
    """Patches (count, SIDE, SIDE) from random places, no place twice, each less its mean; none is nearly flat."""
    rows, columns = np.array(image.shape) - SIDE + 1
    patches = []
    for place in random.permutation(rows * columns):
        row, column = divmod(place, columns)
        patch = image[row : row + SIDE, column : column + SIDE]
        if patch.std() >= LEAST_DEVIATION:
            patches.append(patch - patch.mean())
        if len(patches) == count:
            break
    return patches


def whitened_patches(pngs, counts):
    """So many patches of each image, image after image; the label is the image.

    A value of 1 is three standard deviations of all patches together; what is beyond -1 ... 1 is clipped. Of the 65
    levels the middle one is 0. Random, from a fixed seed, are the places.
    """
    random = np.random.default_rng(SEED)
    patches = np.concatenate([cut(whitened(grey(png)), count, random) for png, count in zip(pngs, counts)])
    levels = nearest_levels(patches / (3 * patches.std()), -1, 1, 64)
    labels = np.repeat(np.arange(len(pngs)), counts)
    return Samples(classes=len(pngs), low=-1, high=1, most=64, labels=labels, levels=levels)
