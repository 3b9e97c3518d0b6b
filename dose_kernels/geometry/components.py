"""Connected pieces of masks, and masks made wider or narrower within their slices."""

import numpy as np

from dose_kernels.compile.options import exact


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


def dilated(mask, corners: bool = False, rounds: int = 1) -> np.ndarray:
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


def eroded(mask, corners: bool = False) -> np.ndarray:
    """A mask (..., ny, nx) without what has a neighbour outside the mask; beyond the edge is no outside."""
    return ~dilated(~np.asarray(mask, np.bool_), corners)


def label_in_slices(mask) -> tuple[np.ndarray, int]:
    """Number the connected pieces of each slice of a mask (nz, ny, nx), as ``label_pieces`` does by faces."""
    nz, ny, nx = mask.shape
    # One slice after the other in a single plane, an empty row between them.
    plane = np.zeros((1, nz * (ny + 1), nx), np.bool_)
    plane.reshape(nz, ny + 1, nx)[:, :ny] = mask
    labels, count = label_pieces(plane)
    return np.ascontiguousarray(labels.reshape(nz, ny + 1, nx)[:, :ny]), count


@exact
def _boxes(labels, first, last):
    for k in range(labels.shape[0]):
        for j in range(labels.shape[1]):
            for i in range(labels.shape[2]):
                n = labels[k, j, i]
                if n:
                    first[n, 0], last[n, 0] = min(first[n, 0], k), max(last[n, 0], k + 1)
                    first[n, 1], last[n, 1] = min(first[n, 1], j), max(last[n, 1], j + 1)
                    first[n, 2], last[n, 2] = min(first[n, 2], i), max(last[n, 2], i + 1)


def piece_boxes(labels, count: int) -> list[tuple[slice, slice, slice]]:
    """The smallest box around each of ``count`` numbered pieces (nz, ny, nx), from number 1 on."""
    first, last = np.full((count + 1, 3), labels.size), np.zeros((count + 1, 3), np.int64)
    _boxes(labels, first, last)
    return [
        (slice(*z), slice(*y), slice(*x)) for z, y, x in np.stack([first[1:], last[1:]], axis=-1).tolist()
    ]


def widened_labels(labels, rounds: int = 1) -> np.ndarray:
    """Numbers (nz, ny, nx) spread to the eight neighbours in their slice, each round; the highest wins."""
    out = np.array(labels)
    for _ in range(rounds):
        for axis in (1, 2):
            before = out.copy()
            ahead, behind = [slice(None)] * 3, [slice(None)] * 3
            ahead[axis], behind[axis] = slice(1, None), slice(None, -1)
            np.maximum(out[tuple(ahead)], before[tuple(behind)], out=out[tuple(ahead)])
            np.maximum(out[tuple(behind)], before[tuple(ahead)], out=out[tuple(behind)])
    return out
