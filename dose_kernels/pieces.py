"""Connected pieces of masks, and masks made wider or narrower within their slices."""

import numpy as np

from dose_kernels.jit import exact


@exact
def _root(parent, label):
    while parent[label] != label:
        parent[label] = parent[parent[label]]
        label = parent[label]
    return label


@exact
def _label(mask, corners, labels, parent):
    """Number the pieces of ``mask`` in ``labels``; returns how many.  ``parent`` has a place per voxel."""
    nz, ny, nx = mask.shape
    used = 0
    for k in range(nz):
        for j in range(ny):
            for i in range(nx):
                if not mask[k, j, i]:
                    continue
                mine = 0
                # The 13 neighbours that come earlier; three of them share a face.
                for before in range(13):
                    dk, dj, di = before // 9 - 1, before // 3 % 3 - 1, before % 3 - 1
                    if not corners and abs(dk) + abs(dj) + abs(di) > 1:
                        continue
                    kk, jj, ii = k + dk, j + dj, i + di
                    if kk < 0 or jj < 0 or ii < 0 or jj >= ny or ii >= nx or not mask[kk, jj, ii]:
                        continue
                    other = _root(parent, labels[kk, jj, ii])
                    if mine == 0:
                        mine = other
                    elif other != mine:
                        # The earlier number stays: pieces are counted in the order they are met.
                        first, second = min(mine, other), max(mine, other)
                        parent[second] = first
                        mine = first
                if mine == 0:
                    used += 1
                    parent[used] = used
                    mine = used
                labels[k, j, i] = mine
    count = 0
    for label in range(1, used + 1):
        if parent[label] == label:
            count += 1
            parent[label] = -count
    for k in range(nz):
        for j in range(ny):
            for i in range(nx):
                label = labels[k, j, i]
                while label > 0:
                    label = parent[label]
                labels[k, j, i] = -label
    return count


def label_pieces(mask, corners: bool = False) -> tuple[np.ndarray, int]:
    """Number the connected pieces of a mask.

    Parameters
    ----------
    mask : (nz, ny, nx) bool
    corners : bool
        Whether voxels that share an edge or a corner hang together too, not only those that share a face.

    Returns
    -------
    (labels, count) : (nz, ny, nx) int32, int
        0 outside the mask, 1 to ``count`` inside, in the order in which the pieces are met.
    """
    mask = np.ascontiguousarray(mask, np.bool_)
    labels = np.zeros(mask.shape, np.int32)
    return labels, int(_label(mask, corners, labels, np.zeros(mask.size + 1, np.int32)))


def widened(mask, corners: bool = False, rounds: int = 1) -> np.ndarray:
    """A mask (..., ny, nx) and, ``rounds`` times, the neighbours within its slice: four, or eight."""
    out = np.array(mask, np.bool_)
    for _ in range(rounds):
        before = out.copy()
        out[..., 1:, :] |= before[..., :-1, :]
        out[..., :-1, :] |= before[..., 1:, :]
        across = out.copy() if corners else before
        out[..., 1:] |= across[..., :-1]
        out[..., :-1] |= across[..., 1:]
    return out


def narrowed(mask, corners: bool = False) -> np.ndarray:
    """A mask (..., ny, nx) without what has a neighbour outside the mask; beyond the edge is no outside."""
    return ~widened(~np.asarray(mask, np.bool_), corners)
