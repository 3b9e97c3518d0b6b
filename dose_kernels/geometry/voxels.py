"""Masks of voxels: smoothing, growing from seeds, filling holes, distance to marked voxels."""

import numpy as np

from dose_kernels.compile.options import exact, take
from dose_kernels.compile.threads import run


@exact
def _smooth(counter, values, out):
    nz, ny, nx = values.shape
    while True:
        k = take(counter)
        if k >= nz:
            return
        for j in range(ny):
            jm, jp = max(0, j - 1), min(ny - 1, j + 1)
            for i in range(nx):
                im, ip = max(0, i - 1), min(nx - 1, i + 1)
                total = 4 * np.int32(values[k, j, i])
                total += 2 * (
                    np.int32(values[k, jm, i]) + values[k, jp, i] + values[k, j, im] + values[k, j, ip]
                )
                total += (
                    np.int32(values[k, jm, im]) + values[k, jm, ip] + values[k, jp, im] + values[k, jp, ip]
                )
                out[k, j, i] = total // 16


def smooth_in_plane(values) -> np.ndarray:
    """Binomial 3 x 3 average within each slice, (nz, ny, nx) int16; takes 5/8 off the noise's amplitude."""
    out = np.empty(values.shape, np.int16)
    run(_smooth, len(values), values, out)
    return out


@exact
def _block_mean(counter, values, factor, out):
    nz, ny, nx = values.shape
    while True:
        k = take(counter)
        if k >= nz:
            return
        for j in range(out.shape[1]):
            for i in range(out.shape[2]):
                total, count = 0.0, 0
                for jj in range(j * factor, min(ny, (j + 1) * factor)):
                    for ii in range(i * factor, min(nx, (i + 1) * factor)):
                        total += values[k, jj, ii]
                        count += 1
                out[k, j, i] = total / count


def block_mean(values, factor) -> np.ndarray:
    """Mean over blocks of ``factor`` x ``factor`` voxels within each slice, (nz, ny', nx') float32."""
    nz, ny, nx = values.shape
    out = np.zeros((nz, -(-ny // factor), -(-nx // factor)), np.float32)
    run(_block_mean, nz, values, factor, out)
    return out


@exact
def grow(core, allowed):
    """Voxels of ``allowed`` that hang together by faces with a voxel of ``core``, (nz, ny, nx) bool."""
    nz, ny, nx = core.shape
    out = np.zeros((nz, ny, nx), np.bool_)
    stack = np.empty(1024, np.int64)
    for k in range(nz):
        for j in range(ny):
            for i in range(nx):
                if not core[k, j, i] or out[k, j, i]:
                    continue
                out[k, j, i] = True
                stack[0] = (k * ny + j) * nx + i
                top = 1
                while top > 0:
                    top -= 1
                    here = stack[top]
                    z, y, x = here // (ny * nx), here // nx % ny, here % nx
                    if top + 6 >= stack.shape[0]:
                        larger = np.empty(2 * stack.shape[0], np.int64)
                        # A slice would compile the text of its error messages too.
                        for n in range(top):
                            larger[n] = stack[n]
                        stack = larger
                    for side in range(6):
                        zz = z + (side == 0) - (side == 1)
                        yy = y + (side == 2) - (side == 3)
                        xx = x + (side == 4) - (side == 5)
                        if zz < 0 or yy < 0 or xx < 0 or zz >= nz or yy >= ny or xx >= nx:
                            continue
                        if allowed[zz, yy, xx] and not out[zz, yy, xx]:
                            out[zz, yy, xx] = True
                            stack[top] = (zz * ny + yy) * nx + xx
                            top += 1
    return out


@exact
def _dilated(mask, radius):
    """``mask`` (ny, nx) widened by a disc of ``radius`` pixels."""
    ny, nx = mask.shape
    reach = int(radius)
    out = np.zeros((ny, nx), np.bool_)
    for j in range(ny):
        for i in range(nx):
            if not mask[j, i]:
                continue
            # Only voxels at the rim can add anything new.
            if 0 < i < nx - 1 and 0 < j < ny - 1:
                if mask[j, i - 1] and mask[j, i + 1] and mask[j - 1, i] and mask[j + 1, i]:
                    out[j, i] = True
                    continue
            for dj in range(-reach, reach + 1):
                for di in range(-reach, reach + 1):
                    if dj * dj + di * di <= radius * radius:
                        if 0 <= j + dj < ny and 0 <= i + di < nx:
                            out[j + dj, i + di] = True
    return out


@exact
def _holes(mask, most_pixels, most_open):
    """Background components of up to ``most_pixels``, ``most_open`` of them at the border, (ny, nx) bool."""
    ny, nx = mask.shape
    seen, out = np.empty((ny, nx), np.bool_), np.zeros((ny, nx), np.bool_)
    for j in range(ny):
        for i in range(nx):
            seen[j, i] = mask[j, i]
    stack = np.empty(ny * nx, np.int32)
    members = np.empty(ny * nx, np.int32)
    for j in range(ny):
        for i in range(nx):
            if seen[j, i]:
                continue
            seen[j, i] = True
            stack[0] = j * nx + i
            top, count, at_border = 1, 0, 0
            while top > 0:
                top -= 1
                here = stack[top]
                members[count] = here
                count += 1
                y, x = here // nx, here % nx
                if y == 0 or x == 0 or y == ny - 1 or x == nx - 1:
                    at_border += 1
                for side in range(4):
                    yy = y + (side == 0) - (side == 1)
                    xx = x + (side == 2) - (side == 3)
                    if 0 <= yy < ny and 0 <= xx < nx and not seen[yy, xx]:
                        seen[yy, xx] = True
                        stack[top] = yy * nx + xx
                        top += 1
            if at_border <= most_open and count <= most_pixels:
                for m in range(count):
                    out[members[m] // nx, members[m] % nx] = True
    return out


@exact
def _add_inside(mask, of, out):
    """Mark in ``out`` what ``of`` marks beyond ``mask``, (ny, nx) bool each."""
    for j in range(out.shape[0]):
        for i in range(out.shape[1]):
            if of[j, i] and not mask[j, i]:
                out[j, i] = True


@exact
def _any(mask):
    for j in range(mask.shape[0]):
        for i in range(mask.shape[1]):
            if mask[j, i]:
                return True
    return False


@exact
def _enclosed(counter, mask, radius, most_pixels, most_open, out):
    while True:
        k = take(counter)
        if k >= mask.shape[0]:
            return
        if _any(mask[k]):
            # Bridging swallows narrow holes: those are found without it.
            _add_inside(mask[k], _holes(mask[k], most_pixels, most_open), out[k])
            bridged = _holes(_dilated(mask[k], radius), most_pixels, most_open)
            _add_inside(mask[k], _dilated(bridged, radius), out[k])


def enclosed_in_slices(mask, radius, most_pixels, most_open) -> np.ndarray:
    """What ``mask`` encloses within each slice once gaps of up to two ``radius`` (pixels) are bridged.

    The edge of the slice closes a hole too, if no more than ``most_open`` pixels of it lie there.

    Parameters
    ----------
    mask : (nz, ny, nx) bool
    radius : float
    most_pixels : int
        Larger enclosed areas are left alone.
    most_open : int

    Returns
    -------
    (nz, ny, nx) bool
    """
    out = np.zeros(mask.shape, np.bool_)
    run(_enclosed, len(mask), mask, float(radius), int(most_pixels), int(most_open), out)
    return out


@exact
def _slice_distance(counter, mask, dx, dy, limit_mm, out):
    nz, ny, nx = mask.shape
    far = np.float32(limit_mm * limit_mm)
    reach = int(limit_mm / dy + 0.5)
    rows, used = np.empty((ny, nx), np.float32), np.empty(ny, np.bool_)
    while True:
        k = take(counter)
        if k >= nz:
            return
        for j in range(ny):
            used[j] = False
            last = -(10**6)
            for i in range(nx):
                if mask[k, j, i]:
                    last = i
                    used[j] = True
                rows[j, i] = _along_row(i - last, dx, far)
            if used[j]:
                last = 10**6
                for i in range(nx - 1, -1, -1):
                    if mask[k, j, i]:
                        last = i
                    rows[j, i] = min(rows[j, i], _along_row(last - i, dx, far))
        for j in range(ny):
            out[k, j, :] = far
            for jj in range(max(0, j - reach), min(ny, j + reach + 1)):
                if used[jj]:
                    way = np.float32((max(0.0, abs(jj - j) - 0.5) * dy) ** 2)
                    for i in range(nx):
                        out[k, j, i] = min(out[k, j, i], rows[jj, i] + way)


def slice_distance_squared(mask, dx, dy, limit_mm) -> np.ndarray:
    """Squared distance, within each slice, from voxel centres to the nearest marked voxel's area.

    Parameters
    ----------
    mask : (nz, ny, nx) bool
    dx, dy : float
        Pixel size, mm.
    limit_mm : float
        Distances are not followed farther; such voxels get ``limit_mm**2``.

    Returns
    -------
    (nz, ny, nx) float32, mm^2
    """
    out = np.empty(mask.shape, np.float32)
    run(_slice_distance, len(mask), mask, float(dx), float(dy), float(limit_mm), out)
    return out


@exact
def _along_row(steps, dx, far):
    if steps == 0:
        return np.float32(0.0)
    way = (steps - 0.5) * dx
    return np.float32(min(far, way * way))


@exact
def _levels(counter, squared, dz, parts, clearance_mm, limit_mm, low_mm, per_mm, out):
    nz, ny, nx = squared.shape
    reach = int(limit_mm / dz + 1.0)
    row = np.empty(nx, np.float32)
    while True:
        level = take(counter)
        if level >= out.shape[0]:
            return
        z = (level + 0.5) / parts - 0.5
        home = level // parts
        for j in range(ny):
            for i in range(nx):
                row[i] = limit_mm * limit_mm
            for k in range(max(0, home - reach), min(nz, home + reach + 1)):
                way = np.float32((max(0.0, abs(k - z) - 0.5) * dz) ** 2)
                for i in range(nx):
                    row[i] = min(row[i], squared[k, j, i] + way)
            for i in range(nx):
                value = (np.sqrt(row[i]) - clearance_mm - low_mm) * per_mm
                out[level, j, i] = np.uint8(min(255.0, max(0.0, value)))


def distance_levels(squared, dz, parts, clearance_mm, limit_mm, low_mm, per_mm) -> np.ndarray:
    """Distance to marked voxels less a clearance, on levels ``parts`` times as dense as the slices; uint8.

    Parameters
    ----------
    squared : (nz, ny, nx) float32
        ``slice_distance_squared``.
    dz : float
        Slice distance, mm.
    parts : int
        Levels per slice, which divide the slice's thickness evenly.
    clearance_mm, limit_mm : float
        What is taken off; how far distances are followed.
    low_mm, per_mm : float
        A byte b stands for ``low_mm + b / per_mm``, rounded down.

    Returns
    -------
    (nz * parts, ny, nx) uint8
    """
    nz, ny, nx = squared.shape
    out = np.empty((nz * parts, ny, nx), np.uint8)
    lengths = float(clearance_mm), float(limit_mm), float(low_mm), float(per_mm)
    run(_levels, len(out), squared, float(dz), int(parts), *lengths, out)
    return out
