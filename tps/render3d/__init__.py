"""Three-dimensional pictures, drawn off screen."""

from tps.render3d.implant import implant_scene
from tps.render3d.scene import Picture, Renderer, RenderJob, Scene, render_scene, start_render

__all__ = ["Picture", "RenderJob", "Renderer", "Scene", "implant_scene", "render_scene", "start_render"]
