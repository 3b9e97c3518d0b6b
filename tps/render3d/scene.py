"""A 3D picture of an implant, rendered by VTK in a process of its own.

VTK can end the whole process where no OpenGL is to be had, and loading it takes a second.  So the scene is
written as plain arrays, a child (``python -m tps.render3d.render_worker``) draws it, and whatever happens
to the child the plan goes on: a missing picture is a note in the report, never an error.  The child may be
started long before there is a scene: then it has loaded VTK by the time one comes.
"""

import contextlib
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tps.model.grid import Volume
from tps.render3d.camera import Camera

# A child that has not finished after this long is stopped.  Software rendering takes 1-3 s.
RENDER_TIMEOUT_S = 60.0

DEFAULT_SIZE = (1400, 1050)

WORKER = "tps.render3d.render_worker"
OUT_NAME = "scene.png"

SURFACE_FIELDS = ("name", "level", "colour", "opacity", "smooth", "filled", "inside")


@dataclass(frozen=True, eq=False)
class Surface:
    """An isosurface of a volume: ``values`` at ``level``.

    Parameters
    ----------
    name : str
    volume : Volume
    level : float
    colour : str
        ``#RRGGBB``.
    opacity : float
        0-1.
    smooth : bool
        Round off the steps of a mask.
    filled : bool
        Take the largest connected part above the level and fill its holes slice by slice first (a body,
        without couch and lungs).
    inside : float, optional
        Show only what lies in the body found that way at this level: bone without the couch.
    """

    name: str
    volume: Volume
    level: float
    colour: str
    opacity: float = 1.0
    smooth: bool = False
    filled: bool = False
    inside: float | None = None


@dataclass(frozen=True, eq=False)
class Rods:
    """Cylinders between pairs of points (n, 2, 3) mm: needles, seeds."""

    name: str
    ends_mm: np.ndarray
    radius_mm: float
    colour: str


@dataclass(frozen=True, eq=False)
class Scene:
    """What is to be seen and from where.

    Parameters
    ----------
    surfaces : tuple of Surface
    rods : tuple of Rods
    labels : tuple of (str, (3,) float)
        Text at points.
    camera : Camera
    """

    surfaces: tuple[Surface, ...]
    rods: tuple[Rods, ...]
    camera: Camera
    labels: tuple[tuple[str, np.ndarray], ...] = ()


@dataclass(frozen=True)
class Picture:
    """A rendered picture, or why there is none.

    Parameters
    ----------
    png : bytes
        A PNG file; empty if the picture could not be made.
    note : str
        "" when the picture was made.
    """

    png: bytes
    note: str = ""


@dataclass(eq=False)
class Renderer:
    """A child process that loads VTK and waits for a scene to draw; one child draws one picture.

    Use it as a context manager: a child that got no scene is ended.
    """

    process: subprocess.Popen
    used: bool = False

    @staticmethod
    def start() -> "Renderer":
        """Start the child and return at once."""
        pipe, none = subprocess.PIPE, subprocess.DEVNULL
        command = [sys.executable, "-m", WORKER]
        return Renderer(subprocess.Popen(command, stdin=pipe, stdout=none, stderr=pipe, text=True))

    def draw(self, data: Path, out: Path, size: tuple[int, int]) -> subprocess.Popen:
        """Let the child draw the scene in the file ``data`` into ``out``; whose end is then to be awaited."""
        self.used = True
        # A child that has died says so when its end is awaited.
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write(json.dumps([str(data), str(out), *size]) + "\n")
            self.process.stdin.flush()
        return self.process

    def __enter__(self) -> "Renderer":
        return self

    def __exit__(self, *exception) -> None:
        if not self.used:
            self.process.kill()
            self.process.communicate()


@dataclass(eq=False)
class RenderJob:
    """A picture being drawn by a child process; ``collect`` waits for it.  Use it as a context manager."""

    process: subprocess.Popen
    folder: tempfile.TemporaryDirectory
    done: list[Picture] = field(default_factory=list)

    def collect(self, timeout_s: float = RENDER_TIMEOUT_S) -> Picture:
        """Wait for the picture; a failed or late child gives an empty ``Picture`` and a note."""
        if not self.done:
            out = Path(self.folder.name) / OUT_NAME
            try:
                _, text = self.process.communicate(timeout=timeout_s)
                note = "" if self.process.returncode == 0 and out.is_file() else _why(self.process, text)
            except subprocess.TimeoutExpired:
                note = f"rendering took longer than {timeout_s:g} s and was stopped"
                self._stop()
            self.done.append(Picture(b"", f"No 3D picture: {note}.") if note else Picture(out.read_bytes()))
            self.folder.cleanup()
        return self.done[0]

    def _stop(self) -> None:
        self.process.kill()
        self.process.communicate()

    def __enter__(self) -> "RenderJob":
        return self

    def __exit__(self, *exception) -> None:
        if not self.done:
            self._stop()
            self.folder.cleanup()


def start_render(
    scene: Scene, size: tuple[int, int] = DEFAULT_SIZE, renderer: Renderer | None = None
) -> RenderJob:
    """Begin to draw a scene of ``size`` (width, height) pixels and return at once.

    Parameters
    ----------
    scene : Scene
    size : (int, int)
    renderer : Renderer, optional
        That has drawn nothing yet; by default one is started.
    """
    folder = tempfile.TemporaryDirectory(prefix="tps-scene-")
    data, out = Path(folder.name) / "scene.npz", Path(folder.name) / OUT_NAME
    renderer = renderer or Renderer.start()
    save_scene(scene, data)
    return RenderJob(renderer.draw(data, out, size), folder)


def render_scene(scene: Scene, path: Path, size: tuple[int, int] = DEFAULT_SIZE) -> str:
    """Draw a scene into the PNG file ``path``; returns "" or the note that says why there is none."""
    with start_render(scene, size) as job:
        picture = job.collect()
    if picture.png:
        Path(path).write_bytes(picture.png)
    return picture.note


def save_scene(scene: Scene, path: Path) -> None:
    """Write a scene as arrays plus one JSON text."""
    arrays, surfaces, rods = {}, [], []
    for i, surface in enumerate(scene.surfaces):
        grid = surface.volume.grid
        arrays[f"surface{i}"] = surface.volume.values
        surfaces.append(
            {
                "origin_mm": grid.origin_mm.tolist(),
                "spacing_mm": grid.spacing_mm.tolist(),
                "axes": grid.axes.tolist(),
                **{key: getattr(surface, key) for key in SURFACE_FIELDS},
            }
        )
    for i, rod in enumerate(scene.rods):
        arrays[f"rods{i}"] = np.asarray(rod.ends_mm, float)
        rods.append({"name": rod.name, "radius_mm": rod.radius_mm, "colour": rod.colour})
    labels = [{"text": text, "at_mm": np.asarray(at).tolist()} for text, at in scene.labels]
    text = {"surfaces": surfaces, "rods": rods, "labels": labels, "camera": scene.camera.as_dict()}
    np.savez(path, about=np.array(json.dumps(text)), **arrays)


def _why(process: subprocess.Popen, text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    last = lines[-1].strip()[:200] if lines else "no message"
    return f"the rendering process ended with code {process.returncode} ({last})"
