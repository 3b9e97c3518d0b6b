"""The child process that draws one scene.

``python -m tps.render3d.render_worker SCENE PICTURE`` loads VTK, then reads one line from its standard input:
``[WIDTH, HEIGHT]``.  SCENE and PICTURE are the numbers of two open files that have no name.
"""

import json
import os
import sys
from typing import TYPE_CHECKING

import numpy as np
import vtkmodules.vtkInteractionStyle
import vtkmodules.vtkRenderingFreeType
import vtkmodules.vtkRenderingOpenGL2
from scipy import ndimage
from vtkmodules.util.numpy_support import numpy_to_vtk, vtk_to_numpy
from vtkmodules.vtkCommonCore import vtkPoints
from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkImageData, vtkPolyData
from vtkmodules.vtkFiltersCore import (
    vtkFlyingEdges3D,
    vtkPolyDataNormals,
    vtkTubeFilter,
    vtkWindowedSincPolyDataFilter,
)
from vtkmodules.vtkIOImage import vtkPNGWriter
from vtkmodules.vtkRenderingAnnotation import vtkAnnotatedCubeActor
from vtkmodules.vtkRenderingCore import (
    vtkActor,
    vtkBillboardTextActor3D,
    vtkPolyDataMapper,
    vtkRenderer,
    vtkRenderWindow,
    vtkTextActor,
    vtkWindowToImageFilter,
)

from tps import NOT_FOR_CLINICAL_USE
from tps.render3d.labels import FONT_PX

if TYPE_CHECKING:
    from vtkmodules.vtkCommonExecutionModel import vtkPolyDataAlgorithm

# Imported for their side effect: they register OpenGL, fonts and interaction with VTK's factory.
_FACTORIES = (vtkmodules.vtkInteractionStyle, vtkmodules.vtkRenderingFreeType, vtkmodules.vtkRenderingOpenGL2)

# Translucent layers sorted per pixel: body, organ, isodose, target, each with a front and a back.
PEELS = 8

SMOOTHING_STEPS = 12

# Share of the picture's width that the orientation cube takes, and its distance from the left edge.
CUBE_SHARE = 0.14
CUBE_INSET = 0.04

# Height of the notice's letters as a share of the picture's, and where its middle stands.
NOTICE_SHARE = 0.02
NOTICE_AT = (0.5, 0.012)


def main(line: str, data: int, out: int) -> int:
    """Draw what the line asks for, nothing where there is none; returns the exit code."""
    if not line:
        return 0
    width, height = json.loads(line)
    with os.fdopen(data, "rb") as file, np.load(file) as arrays:
        about = json.loads(str(arrays["about"]))
        actors = [_surface(s, arrays[f"surface{i}"]) for i, s in enumerate(about["surfaces"])]
        actors += [_rods(r, arrays[f"rods{i}"]) for i, r in enumerate(about["rods"])]
    window = _window(width, height)
    renderer = _scene_renderer(actors + [_label(label) for label in about["labels"]], about["camera"])
    if about["notice"]:
        renderer.AddViewProp(_notice(height))
    window.AddRenderer(renderer)
    window.AddRenderer(_cube_renderer(about["camera"]))
    window.Render()
    with os.fdopen(out, "wb") as picture:
        picture.write(_png(window))
    return 0


def _window(width: int, height: int) -> vtkRenderWindow:
    window = vtkRenderWindow()
    window.SetOffScreenRendering(1)
    window.SetMultiSamples(0)
    window.SetAlphaBitPlanes(1)
    window.SetNumberOfLayers(2)
    window.SetSize(width, height)
    return window


def _scene_renderer(actors, camera) -> vtkRenderer:
    renderer = vtkRenderer()
    renderer.SetBackground(1, 1, 1)
    renderer.SetUseDepthPeeling(1)
    renderer.SetMaximumNumberOfPeels(PEELS)
    renderer.SetOcclusionRatio(0.02)
    renderer.SetUseFXAA(True)
    for actor in actors:
        renderer.AddActor(actor)
    _aim(renderer, camera, camera["half_height_mm"], camera["focus_mm"])
    return renderer


def _cube_renderer(camera) -> vtkRenderer:
    cube = vtkAnnotatedCubeActor()
    for face, text in zip(("XPlus", "XMinus", "YPlus", "YMinus", "ZPlus", "ZMinus"), "LRPASI", strict=True):
        getattr(cube, f"Set{face}FaceText")(text)
    cube.SetXFaceTextRotation(0)
    cube.SetYFaceTextRotation(0)
    cube.SetZFaceTextRotation(90)
    cube.GetCubeProperty().SetColor(0.85, 0.85, 0.85)
    cube.GetCubeProperty().SetAmbient(0.5)
    cube.GetTextEdgesProperty().SetColor(0.2, 0.2, 0.2)
    for axis in "XYZ":
        for sign in ("Plus", "Minus"):
            getattr(cube, f"Get{axis}{sign}FaceProperty")().SetColor(0.1, 0.1, 0.1)
    renderer = vtkRenderer()
    renderer.SetLayer(1)
    renderer.InteractiveOff()
    renderer.SetViewport(CUBE_INSET, 0.0, CUBE_INSET + CUBE_SHARE, CUBE_SHARE * 4 / 3)
    renderer.AddActor(cube)
    _aim(renderer, camera, 1.0, (0.0, 0.0, 0.0))
    return renderer


def _aim(renderer: vtkRenderer, camera, half_height: float, focus) -> None:
    view = renderer.GetActiveCamera()
    view.ParallelProjectionOn()
    view.SetFocalPoint(*focus)
    view.SetPosition(*(np.array(focus) - 1000.0 * np.array(camera["direction"])))
    view.SetViewUp(*camera["up"])
    view.SetParallelScale(half_height)
    renderer.ResetCameraClippingRange()


def _surface(about, values: np.ndarray) -> vtkActor:
    if about["inside"] is not None:
        values = np.where(_body(values, about["inside"]), values, values.min())
    if about["filled"]:
        values = ndimage.gaussian_filter(_body(values, about["level"]).astype(np.float32), 1.0)
        about = {**about, "level": 0.5}
    image = vtkImageData()
    image.SetDimensions(*values.shape[::-1])
    image.SetOrigin(*about["origin_mm"])
    image.SetSpacing(*about["spacing_mm"])
    image.SetDirectionMatrix(*np.array(about["axes"]).T.ravel())
    image.GetPointData().SetScalars(numpy_to_vtk(np.ascontiguousarray(values, np.float32).ravel(), deep=1))
    edges = vtkFlyingEdges3D()
    edges.SetInputData(image)
    edges.SetValue(0, about["level"])
    edges.ComputeNormalsOn()
    last: vtkPolyDataAlgorithm = edges
    if about["smooth"]:
        smooth = vtkWindowedSincPolyDataFilter()
        smooth.SetInputConnection(edges.GetOutputPort())
        smooth.SetNumberOfIterations(SMOOTHING_STEPS)
        smooth.SetPassBand(0.05)
        smooth.NonManifoldSmoothingOn()
        smooth.NormalizeCoordinatesOn()
        normals = vtkPolyDataNormals()
        normals.SetInputConnection(smooth.GetOutputPort())
        normals.SplittingOff()
        last = normals
    actor = _actor(last, about["colour"])
    actor.GetProperty().SetOpacity(about["opacity"])
    return actor


def _body(values: np.ndarray, level: float) -> np.ndarray:
    """The largest part above ``level``, its holes filled slice by slice."""
    labels, count = ndimage.label(values > level)
    if count == 0:
        return np.zeros(values.shape, bool)
    mask = labels == 1 + int(np.argmax(np.bincount(labels.ravel())[1:]))
    for k in range(len(mask)):
        mask[k] = ndimage.binary_fill_holes(mask[k])
    return mask


def _rods(about, ends: np.ndarray) -> vtkActor:
    points, cells = vtkPoints(), vtkCellArray()
    for a, b in ends:
        cells.InsertNextCell(2)
        for end in (a, b):
            cells.InsertCellPoint(points.InsertNextPoint(*end))
    lines = vtkPolyData()
    lines.SetPoints(points)
    lines.SetLines(cells)
    tube = vtkTubeFilter()
    tube.SetInputData(lines)
    tube.SetRadius(about["radius_mm"])
    tube.SetNumberOfSides(16)
    tube.CappingOn()
    return _actor(tube, about["colour"])


def _actor(source, colour: str) -> vtkActor:
    mapper = vtkPolyDataMapper()
    mapper.SetInputConnection(source.GetOutputPort())
    mapper.ScalarVisibilityOff()
    actor = vtkActor()
    actor.SetMapper(mapper)
    surface = actor.GetProperty()
    surface.SetColor(*(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)))
    surface.SetSpecular(0.15)
    surface.SetAmbient(0.2)
    return actor


def _label(about) -> vtkBillboardTextActor3D:
    actor = vtkBillboardTextActor3D()
    actor.SetInput(about["text"])
    actor.SetPosition(*about["at_mm"])
    text = actor.GetTextProperty()
    text.SetFontSize(FONT_PX)
    text.SetBold(True)
    text.SetColor(0, 0, 0)
    text.SetBackgroundColor(1, 1, 1)
    text.SetBackgroundOpacity(0.65)
    text.SetJustificationToCentered()
    text.SetVerticalJustificationToCentered()
    actor.ForceTranslucentOff()
    return actor


def _notice(height: int) -> vtkTextActor:
    actor = vtkTextActor()
    actor.SetInput(NOT_FOR_CLINICAL_USE)
    actor.GetPositionCoordinate().SetCoordinateSystemToNormalizedViewport()
    actor.GetPositionCoordinate().SetValue(*NOTICE_AT)
    text = actor.GetTextProperty()
    text.SetFontSize(max(8, round(NOTICE_SHARE * height)))
    text.SetColor(0.2, 0.2, 0.2)
    text.SetBackgroundColor(1, 1, 1)
    text.SetBackgroundOpacity(0.8)
    text.SetJustificationToCentered()
    return actor


def _png(window: vtkRenderWindow) -> bytes:
    grab = vtkWindowToImageFilter()
    grab.SetInput(window)
    grab.ReadFrontBufferOff()
    grab.ShouldRerenderOff()
    writer = vtkPNGWriter()
    writer.WriteToMemoryOn()
    writer.SetCompressionLevel(2)  # half the time of the default, files a little larger
    writer.SetInputConnection(grab.GetOutputPort())
    writer.Write()
    return vtk_to_numpy(writer.GetResult()).tobytes()


if __name__ == "__main__":
    sys.exit(main(sys.stdin.readline(), *map(int, sys.argv[1:3])))
