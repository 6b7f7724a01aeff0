"""Overlap and voxel-surface measures of pairs of masks, written on SciPy from their definitions.

In: a file of pairs; each is a line "sizeI sizeJ sizeK spacingI spacingJ spacingK truth proposal", the masks as strings of
0 and 1, i fastest. Out: a line of numbers for each pair.
"""
import sys

import numpy as np
from scipy import ndimage


def boundary(mask):
    return mask & ~ndimage.binary_erosion(mask, ndimage.generate_binary_structure(3, 1), border_value=0)


def distances(a, b, spacing):
    return ndimage.distance_transform_edt(~b, sampling=spacing)[a]


def contour(mask):
    return mask & ~ndimage.binary_erosion(mask, ndimage.generate_binary_structure(2, 1), border_value=0)


def added_path(truth, proposal, spacing, tolerance):
    total = 0
    for k in range(truth.shape[0]):
        wanted, there = contour(truth[k]), contour(proposal[k])
        if there.any():
            far = ndimage.distance_transform_edt(~there, sampling=spacing[1:]) > tolerance + 1e-9
            total += (wanted & far).sum()
        else:
            total += wanted.sum()
    return total * (spacing[1] + spacing[2]) / 2


for line in open(sys.argv[1]):
    fields = line.split()
    ni, nj, nk = map(int, fields[:3])
    si, sj, sk = map(float, fields[3:6])
    truth, proposal = (
        np.array(list(text), dtype=np.uint8).reshape(nk, nj, ni).astype(bool) for text in fields[6:8]
    )
    spacing = (sk, sj, si)
    a, b = boundary(truth), boundary(proposal)
    there, back = distances(a, b, spacing), distances(b, a, spacing)
    pooled = np.concatenate([there, back])
    centre = lambda m: np.array(ndimage.center_of_mass(m)) * spacing
    print(
        *(repr(float(x)) for x in (
            2 * (truth & proposal).sum() / (truth.sum() + proposal.sum()),
            pooled.max(),
            np.percentile(pooled, 95),
            max(np.percentile(there, 95), np.percentile(back, 95)),
            pooled.mean(),
            (there.mean() + back.mean()) / 2,
            (pooled <= 1.5 + 1e-9).mean(),
            added_path(truth, proposal, spacing, 0),
            added_path(truth, proposal, spacing, 1.5),
            np.linalg.norm(centre(truth) - centre(proposal)),
        ))
    )
