"""Regions as triangles, for the picture in space."""

import base64
from typing import Any

import numpy as np
from vtkmodules.util.numpy_support import numpy_to_vtk, vtk_to_numpy
from vtkmodules.vtkCommonDataModel import vtkImageData, vtkPolyData
from vtkmodules.vtkFiltersCore import vtkDecimatePro, vtkFlyingEdges3D

from tps.geometry.solid import Solid

# Of each region; more is not seen.
MOST_TRIANGLES = 8000

# Thinning takes most of the time: a body that has so many times as many is looked at in wider steps.
MANY = 4


def surface_of(solid: Solid) -> tuple[np.ndarray, np.ndarray]:
    """Points (n, 3) mm and triangles (m, 3) of a body's surface, thinned to ``MOST_TRIANGLES``."""
    found = _surface(solid)
    count = found.GetNumberOfPolys()
    wider = int(np.sqrt(count / (MANY * MOST_TRIANGLES)))
    if wider > 1:
        found = _surface(solid, wider)
        count = found.GetNumberOfPolys()
    if count > MOST_TRIANGLES:
        thinner = vtkDecimatePro()
        thinner.SetInputData(found)
        thinner.SetTargetReduction(1.0 - MOST_TRIANGLES / count)
        thinner.PreserveTopologyOn()
        thinner.Update()
        found = thinner.GetOutput()
    if not found.GetNumberOfPolys():
        return np.zeros((0, 3)), np.zeros((0, 3), np.int32)
    index = vtk_to_numpy(found.GetPoints().GetData()).astype(float) / solid.grid.spacing_mm
    triangles = vtk_to_numpy(found.GetPolys().GetConnectivityArray()).reshape(-1, 3)
    return solid.grid.index_to_world(index), triangles.astype(np.int32)


def _surface(solid: Solid, every: int = 1) -> vtkPolyData:
    """The surface in the solid's own grid, of which every node is looked at, or every second ..."""
    distance_mm = solid.distance_mm[::every, ::every, ::every]
    nz, ny, nx = distance_mm.shape
    image = vtkImageData()
    image.SetDimensions(nx, ny, nz)
    image.SetSpacing(*(every * solid.grid.spacing_mm))
    image.GetPointData().SetScalars(numpy_to_vtk(np.ascontiguousarray(distance_mm).ravel(), deep=True))
    edges = vtkFlyingEdges3D()
    edges.SetInputData(image)
    edges.SetValue(0, 0.0)
    edges.ComputeNormalsOff()
    edges.ComputeScalarsOff()
    edges.Update()
    return edges.GetOutput()


def surface_entry(solid: Solid | None) -> dict[str, Any]:
    """Points and triangles as base64 of little-endian float32 and int32; empty without a body."""
    points, triangles = (np.zeros((0, 3)), np.zeros((0, 3))) if solid is None else surface_of(solid)
    return {"points": _packed(points, "<f4"), "triangles": _packed(triangles, "<i4")}


def _packed(values: np.ndarray, kind: str) -> str:
    return base64.b64encode(values.astype(kind).tobytes()).decode()
