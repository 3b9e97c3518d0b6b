"""A figure as a picture file: every one says below itself what it must not be used for."""

import io

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from tps import NOT_FOR_CLINICAL_USE
from tps.language import ENGLISH, Catalogue, catalogue
from tps.language.figure import picture_language, translate_figure

DPI = 220

# The strip below a picture, in, and its text, points.
NOTICE_HEIGHT_IN, NOTICE_SIZE = 0.15, 6.5

# Level 3 instead of 6: three times as fast, files a tenth larger.
COMPRESSION = 3


def to_png(figure: Figure, dpi: int = DPI, language: Catalogue | None = None) -> bytes:
    """A figure as the bytes of a PNG file, a strip with the notice below it.

    Parameters
    ----------
    figure : Figure
    dpi : int
        Dots per inch.
    language : Catalogue, optional
        Default: English.
    """
    return pack(drawn(figure, dpi, language), dpi)


def drawn(figure: Figure, dpi: int = DPI, language: Catalogue | None = None) -> np.ndarray:
    """The pixels (height, width, 3) of a figure and the notice below it, in a language that a font has."""
    said = picture_language(language or catalogue())
    translate_figure(figure, said)
    picture = _pixels(figure, dpi)
    return np.concatenate([picture, _notice(picture.shape[1], dpi, said)])


def with_notice(png: bytes, language: Catalogue) -> bytes:
    """A picture with the notice in another language below it; as it is where it says it in that language."""
    said = picture_language(language)
    if said.language == ENGLISH:
        return png
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB"))
    return pack(np.concatenate([pixels, _notice(pixels.shape[1], DPI, said)]))


def pack(pixels: np.ndarray, dpi: int = DPI) -> bytes:
    """Pixels as the bytes of a PNG file."""
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, format="png", compress_level=COMPRESSION, dpi=(dpi, dpi))
    return out.getvalue()


def _pixels(figure: Figure, dpi: int) -> np.ndarray:
    canvas = FigureCanvasAgg(figure)
    figure.set_dpi(dpi)
    figure.set_facecolor("white")
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())[..., :3]


def _notice(width: int, dpi: int, language: Catalogue) -> np.ndarray:
    """A white strip of ``width`` pixels with the text in its middle."""
    strip = Figure(figsize=(width / dpi, NOTICE_HEIGHT_IN))
    # Narrow pictures take smaller letters: an average one is about 0.55 of its size wide.
    size = min(NOTICE_SIZE, 0.97 * 72 * width / dpi / (0.55 * len(NOT_FOR_CLINICAL_USE)))
    strip.text(0.5, 0.5, NOT_FOR_CLINICAL_USE, size=size, color="#333333", ha="center", va="center")
    translate_figure(strip, language)
    text = _pixels(strip, dpi)
    fitted = np.full((len(text), width, 3), 255, np.uint8)
    fitted[:, : min(width, text.shape[1])] = text[:, :width]
    return fitted
