"""Three-dimensional pictures, drawn off screen."""

from tps.view.implant import implant_scene
from tps.view.scene import Picture, Renderer, RenderJob, Scene, render_scene, start_render

__all__ = ["Picture", "RenderJob", "Renderer", "Scene", "implant_scene", "render_scene", "start_render"]
