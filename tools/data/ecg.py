"""Heartbeats of one record of the MIT-BIH Arrhythmia Database (G. B. Moody and R. G. Mark, 2001).

The formats are those of PhysioNet's WFDB, signal(5) and annot(5); 360 samples a second.
"""

import numpy as np

from samples import Samples, nearest_levels

# The baseline, and units per millivolt.
ZERO, GAIN = 1024, 200
# Samples before and after the R peak.
BEFORE, AFTER = 90, 150
# Annotation codes, and how many of each this record has.
NORMAL, VENTRICULAR = 1, 5
BEATS = {NORMAL: 1543, VENTRICULAR: 444}
# Annotation codes that mark no moment.
SKIP, NUM, SUB, CHN, AUX = 59, 60, 61, 62, 63
# In millivolts; the beats reach from -2.975 to 2.4925.
LOW, HIGH = -3.0, 2.5


def first_lead(dat):
    """Lead 0 (samples) of a format 212 file of two leads: 12 bits each, two's complement, the two in three bytes."""
    low, both, _ = np.frombuffer(dat, np.uint8).astype(np.int16).reshape(-1, 3).T
    unsigned = low | (both & 15) << 8
    return np.where(unsigned < 2048, unsigned, unsigned - 4096)


def annotations(atr):
    """Pairs of a moment, in samples, and a code, from 16-bit words: 6 bits of code, 10 of interval."""
    words = iter(np.frombuffer(atr, "<u2").tolist())
    moment = 0
    for word in words:
        code, interval = word >> 10, word & 1023
        if code == 0 and interval == 0:
            return
        if code == SKIP:
            # A 32-bit interval, signed, its high half first.
            skipped = next(words) << 16 | next(words)
            moment += skipped - (1 << 32) if skipped >> 31 else skipped
        elif code == AUX:
            # So many bytes of text.
            for _ in range((interval + 1) // 2):
                next(words)
        elif code not in (NUM, SUB, CHN):
            moment += interval
            yield moment, code


def mit_bih_beats(dat, atr):
    """Normal beats, label 0, then ventricular ones, label 1, each in order of time: 120 values at 180 Hz, in mV.

    A value is the mean of two samples. No beat's window leaves the record.
    """
    lead = first_lead(dat)
    marks = list(annotations(atr))
    moments = [[moment for moment, code in marks if code == wanted] for wanted in BEATS]
    assert [len(of_class) for of_class in moments] == list(BEATS.values())
    beats = [lead[moment - BEFORE : moment + AFTER] for of_class in moments for moment in of_class]
    assert all(len(beat) == BEFORE + AFTER for beat in beats)
    millivolts = (np.array(beats).reshape(len(beats), 1, -1, 2).mean(axis=3) - ZERO) / GAIN
    labels = np.repeat([0, 1], list(BEATS.values()))
    levels = nearest_levels(millivolts, LOW, HIGH, 255)
    return Samples(classes=2, low=LOW, high=HIGH, most=255, labels=labels, levels=levels)
