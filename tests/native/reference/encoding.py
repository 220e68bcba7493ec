"""How numbers stand in the results."""

import base64

import numpy as np


def rounded(values):
    """As a list, or one number, to the digits that the type can vouch for: 9 of a float32, 12 of a float64."""
    values = np.asarray(values)
    if values.ndim > 0:
        return [rounded(value) for value in values]
    return float(f"{values:.{9 if values.dtype == np.float32 else 12}g}")


def packed(values):
    """Base64 of little-endian float32, row by row."""
    return base64.b64encode(np.asarray(values, "<f4").tobytes()).decode()
