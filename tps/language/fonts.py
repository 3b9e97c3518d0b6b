"""Fonts that have the letters of region names: the picture's own, else one for Chinese, Japanese, Korean."""

from collections.abc import Iterable
from functools import cache

# Tried in this order where the picture's own font has not all letters; what systems in hospitals come with.
FALLBACKS = (
    "Noto Sans CJK SC",
    "Noto Sans CJK TC",
    "Noto Sans CJK JP",
    "Noto Sans CJK KR",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "SimHei",
    "SimSun",
    "PingFang SC",
    "Heiti SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "AR PL UMing CN",
    "AR PL UKai CN",
    "Arial Unicode MS",
    "Malgun Gothic",
    "NanumGothic",
    "Yu Gothic",
    "MS Gothic",
    "IPAGothic",
    "IPAexGothic",
    "TakaoGothic",
)

INSTALL = "install a font with them, such as Noto Sans CJK (Debian: fonts-noto-cjk)"


def families(texts: Iterable[str]) -> tuple[list[str], set[str]]:
    """Fonts to draw some texts with, the picture's own first, and the letters that no font here has.

    Parameters
    ----------
    texts : iterable of str

    Returns
    -------
    families : list of str
        For a ``FontProperties``.
    missing : set of str
    """
    from matplotlib import rcParams

    own = list(rcParams["font.family"])
    letters = {c for text in texts for c in text if c.isprintable() and not c.isspace()}
    missing = {c for c in letters if not c.isascii()}
    if not missing:
        return own, set()
    missing -= _letters(_file_of(own[0]))
    for name in FALLBACKS:
        if not missing:
            break
        path = _installed().get(name)
        found = missing & _letters(path) if path else set()
        if found:
            own, missing = [*own, name], missing - found
    return own, missing


def _file_of(family: str) -> str:
    from matplotlib.font_manager import FontProperties, findfont

    return findfont(FontProperties(family=[family]))


def _installed() -> dict[str, str]:
    """File of each fallback that is on this machine, one installed since matplotlib last looked included."""
    from matplotlib.font_manager import findSystemFonts, fontManager

    known = {entry.fname for entry in fontManager.ttflist}
    if not any(entry.name in FALLBACKS for entry in fontManager.ttflist):
        for path in findSystemFonts():
            if path not in known:
                try:
                    fontManager.addfont(path)
                except (OSError, RuntimeError):  # a font file that cannot be read is none
                    continue
    return {entry.name: entry.fname for entry in reversed(fontManager.ttflist) if entry.name in FALLBACKS}


@cache
def _letters(path: str) -> frozenset[str]:
    from matplotlib.ft2font import FT2Font

    return frozenset(map(chr, FT2Font(path).get_charmap()))
