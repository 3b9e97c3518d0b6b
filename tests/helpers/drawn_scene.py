"""A picture in space without the child that renders it."""

from tps.render3d import Picture


class DrawnScene:
    """Stands in for the rendering child."""

    def __init__(self, png=b"\x89PNG", note=""):
        self.picture = Picture(png, note)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        pass

    def collect(self):
        return self.picture
