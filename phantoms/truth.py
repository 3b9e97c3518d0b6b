"""What is true of a phantom: volumes from the analytic shapes, centres, boxes, what a needle must avoid."""

import numpy as np
from scipy.spatial import cKDTree

from phantoms.shapes import ring_area_mm2

# Relative error of the volumes of targets: closed form, or counted on some 400 steps a side.
TARGET_VOLUME_ERROR = 2e-4

SCHEMA = "seedwright-phantom-truth-1"


def truth_of(scene, identifiers, frame, slice_mm: float, rings, options: dict) -> dict:
    """The content of ``truth.json``; lengths in mm, volumes in cubic centimetres, patient coordinates.

    Parameters
    ----------
    scene : Scene
    identifiers, frame : as they were written
    slice_mm : float
    rings : dict
        Contours that were written, by region.
    options : dict
        What the phantom was asked for with.
    """
    return {
        "schema": SCHEMA,
        "name": scene.name,
        "title": scene.title,
        "plannable": scene.plannable,
        "why": scene.why,
        "activity_mci": scene.activity_mci,
        "targets": [region.name for region in scene.targets],
        "avoid": [region.name for region in scene.regions if region.avoid],
        "obstacles": _obstacles(scene, rings, frame),
        "approaches": [list(map(float, direction)) for direction in scene.approaches],
        "rois": {r.name: _roi(r, scene, rings[r.name], slice_mm, frame) for r in scene.regions},
        "frame": {
            "position": frame.position,
            "image_orientation": list(frame.orientation),
            "first_image_position_mm": [round(v, 4) for v in frame.corner_mm(frame.slice_z_mm[0])],
            "shape_zyx": [len(frame.z_mm), len(frame.y_mm), len(frame.x_mm)],
            "pixel_mm": scene.pixel_mm,
            "slice_mm": slice_mm,
            "slice_z_mm": [round(float(z), 4) for z in frame.slice_z_mm],
            "image_numbers": frame.image_numbers,
            "frame_of_reference_uid": identifiers.uid("frame"),
            "ct_series_uid": identifiers.uid("series/ct"),
            "rtstruct_uid": identifiers.uid("rtstruct"),
        },
        "options": options,
    }


def _obstacles(scene, rings, frame) -> dict:
    """How near each region to avoid comes to each target, mm, between the vertices of their contours."""
    trees = {
        region.name: cKDTree(_vertices(rings[region.name], frame))
        for region in scene.regions
        if region.avoid or region.kind == "GTV"
    }
    return {
        region.name: {
            target.name: round(float(trees[region.name].query(trees[target.name].data)[0].min()), 2)
            for target in scene.targets
        }
        for region in scene.regions
        if region.avoid
    }


def _vertices(rings, frame) -> np.ndarray:
    heights = zip(rings, frame.slice_z_mm, strict=True)
    return np.concatenate([np.column_stack([r, np.full(len(r), z)]) for plane, z in heights for r in plane])


def _roi(region, scene, rings, slice_mm: float, frame) -> dict:
    low, high = region.shape.bounds()
    whole = bool(low[2] >= frame.z_mm[0] and high[2] <= frame.z_mm[-1])
    areas = [sum(ring_area_mm2(ring) for ring in plane) for plane in rings]
    entry = {
        "interpreted_type": region.kind,
        "avoid": region.avoid,
        "description": region.description,
        "wholly_in_scan": whole,
        "contoured_slices": sum(area > 0 for area in areas),
        # What stacking the exact contours as slabs of one slice distance gives: the rest is no one's error
        # but that of the slice distance.
        "slab_volume_cc": float(np.sum(areas)) * slice_mm / 1000,
    }
    if region.kind == "GTV":
        entry |= {
            "volume_cc": region.shape.volume_mm3() / 1000,
            "volume_relative_error": TARGET_VOLUME_ERROR,
            "centre_mm": _rounded(region.shape.centre_mm()),
            "centroid_mm": _rounded(region.shape.centroid_mm()),
            "semi_axes_mm": _rounded((high - low) / 2),
            "low_mm": _rounded(low),
            "high_mm": _rounded(high),
        }
    return entry


def _rounded(values) -> list[float]:
    return [round(float(v), 4) for v in values]
