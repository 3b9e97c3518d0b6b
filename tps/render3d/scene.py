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
from typing import IO, Any

import numpy as np

from tps.formats.whole_file import write_whole
from tps.model.grid import Volume
from tps.render3d.camera import Camera

# A child that has not finished after this long is stopped.  Software rendering takes 1-3 s.
RENDER_TIMEOUT_S = 60.0

DEFAULT_SIZE = (1400, 1050)

WORKER = "tps.render3d.render_worker"

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

    Use it as a context manager: a child that got no scene is ended.  Scene and picture, which show a patient,
    go through files without a name, of which nothing is left however parent and child end.
    """

    process: subprocess.Popen
    data: IO[bytes]
    picture: IO[bytes]
    used: bool = False

    @staticmethod
    def start() -> "Renderer":
        """Start the child and return at once."""
        pipe, none = subprocess.PIPE, subprocess.DEVNULL
        files = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        numbers = [file.fileno() for file in files]
        command = [sys.executable, "-m", WORKER, *map(str, numbers)]
        child = subprocess.Popen(command, stdin=pipe, stdout=none, stderr=pipe, text=True, pass_fds=numbers)
        return Renderer(child, *files)

    def draw(self, scene: Scene, size: tuple[int, int], notice: bool = True) -> "RenderJob":
        """Let the child draw a scene, and return at once; ``notice``: the notice in the picture itself."""
        self.used = True
        save_scene(scene, self.data, notice)
        self.data.seek(0)
        # A child that has died says so when its end is awaited.
        commands = self.process.stdin
        with contextlib.suppress(BrokenPipeError):
            if commands is not None:
                commands.write(json.dumps(size) + "\n")
                commands.flush()
        return RenderJob(self)

    def stop(self) -> None:
        """End the child, and forget scene and picture."""
        self.process.kill()
        self.process.communicate()
        self.close()

    def close(self) -> None:
        """Forget scene and picture."""
        self.data.close()
        self.picture.close()

    def __enter__(self) -> "Renderer":
        return self

    def __exit__(self, *exception) -> None:
        if not self.used:
            self.stop()


@dataclass(eq=False)
class RenderJob:
    """A picture being drawn by a child process; ``collect`` waits for it.  Use it as a context manager."""

    renderer: Renderer
    done: list[Picture] = field(default_factory=list)

    @property
    def process(self) -> subprocess.Popen:
        """The child."""
        return self.renderer.process

    def collect(self, timeout_s: float = RENDER_TIMEOUT_S) -> Picture:
        """Wait for the picture; a failed or late child gives an empty ``Picture`` and a note."""
        if not self.done:
            self.done.append(self._wait(timeout_s))
        return self.done[0]

    def _wait(self, timeout_s: float) -> Picture:
        try:
            _, text = self.process.communicate(timeout=timeout_s)
        except subprocess.TimeoutExpired:
            self.renderer.stop()
            note = f"rendering took longer than {timeout_s:g} s and was stopped"
            return Picture(b"", f"No 3D picture: {note}.")
        self.renderer.picture.seek(0)
        png = self.renderer.picture.read()
        self.renderer.close()
        if self.process.returncode or not png:
            return Picture(b"", f"No 3D picture: {_why(self.process, text)}.")
        return Picture(png)

    def __enter__(self) -> "RenderJob":
        return self

    def __exit__(self, *exception) -> None:
        if not self.done:
            self.renderer.stop()


def start_render(
    scene: Scene,
    size: tuple[int, int] = DEFAULT_SIZE,
    renderer: Renderer | None = None,
    notice: bool = True,
) -> RenderJob:
    """Begin to draw a scene of ``size`` (width, height) pixels and return at once.

    Parameters
    ----------
    scene : Scene
    size : (int, int)
    renderer : Renderer, optional
        That has drawn nothing yet; by default one is started.
    notice : bool
        Write into the picture that this is no medical device; else the caller does, below it.
    """
    return (renderer or Renderer.start()).draw(scene, size, notice)


def render_scene(scene: Scene, path: Path, size: tuple[int, int] = DEFAULT_SIZE) -> str:
    """Draw a scene into the PNG file ``path``; returns "" or the note that says why there is none."""
    with start_render(scene, size) as job:
        picture = job.collect()
    if picture.png:
        write_whole(path, picture.png)
    return picture.note


def save_scene(scene: Scene, file: IO[bytes], notice: bool = True) -> None:
    """Write a scene as arrays plus one JSON text; flushed."""
    arrays: dict[str, Any] = {}
    surfaces, rods = [], []
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
    text = {
        "surfaces": surfaces,
        "rods": rods,
        "labels": labels,
        "camera": scene.camera.as_dict(),
        "notice": notice,
    }
    np.savez(file, about=np.array(json.dumps(text)), **arrays)
    file.flush()


def _why(process: subprocess.Popen, text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    last = lines[-1].strip()[:200] if lines else "no message"
    return f"the rendering process ended with code {process.returncode} ({last})"
