"""Principal components, ROC curves, nearest neighbours and singular values by scikit-learn and numpy, in float64."""

import numpy as np
from sklearn.decomposition import PCA
from sklearn.metrics import roc_auc_score, roc_curve
from sklearn.neighbors import NearestNeighbors
from sklearn.utils.extmath import svd_flip

from encoding import packed, rounded

# At most so many ratios of explained variance, components or directions, and points of a curve.
RATIOS, DIRECTIONS, POINTS = 16, 4, 60


def pca(name, train, held_out, ks):
    """Of `train` (n, d); the errors are the mse of rank-k reconstructions of `held_out` (m, d)."""
    train, held_out = train.astype(np.float64), held_out.astype(np.float64)
    fitted = PCA(svd_solver="full").fit(train)
    centred = held_out - fitted.mean_

    def error(k):
        w = fitted.components_[:k]
        return np.mean((centred @ w.T @ w - centred) ** 2)

    return {
        "name": name,
        "explained_variance_ratio": rounded(fitted.explained_variance_ratio_[:RATIOS]),
        "components": packed(fitted.components_[:DIRECTIONS]),
        "errors": rounded([error(k) for k in ks]),
    }


def roc(name, scores, positive):
    """Of scores (n) that should be high where `positive` (n) is 1. A long curve is thinned, evenly, ends kept."""
    fpr, tpr, _ = roc_curve(positive, scores, drop_intermediate=False)
    kept = np.linspace(0, len(fpr) - 1, min(len(fpr), POINTS)).round().astype(int)
    return {
        "name": name,
        "auc": rounded(roc_auc_score(positive, scores)),
        "curve": rounded(np.stack([fpr, tpr], axis=1)[kept]),
    }


def neighbours(name, codes, labels, n_train, nearest):
    """Codes (n, k) with labels (n), the first n_train known: the mean share of the others' `nearest` known codes that
    have their label."""
    codes = codes.astype(np.float64)
    known = NearestNeighbors(n_neighbors=nearest, algorithm="brute").fit(codes[:n_train])
    rows = known.kneighbors(codes[n_train:], return_distance=False)
    shared = labels[:n_train][rows] == labels[n_train:, None]
    return {"name": name, "precision": rounded(np.mean(shared))}


def singular(name, encoder, decoder):
    """Of encoder (d, k) @ decoder (k, d): its k values and the first right vectors, (4 or k, d), largest entry > 0."""
    k = encoder.shape[1]
    u, values, directions = np.linalg.svd(encoder.astype(np.float64) @ decoder.astype(np.float64))
    _, directions = svd_flip(u, directions, u_based_decision=False)
    return {
        "name": name,
        "values": rounded(values[:k]),
        "directions": packed(directions[: min(k, DIRECTIONS)]),
    }
