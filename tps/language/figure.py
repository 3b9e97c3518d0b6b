"""Pictures in another language: every text of a figure, in letters that a font here has."""

from matplotlib.figure import Figure
from matplotlib.text import Text

from tps.language.catalogue import ENGLISH, Catalogue, catalogue
from tps.language.fonts import INSTALL, families


def picture_language(wanted: Catalogue) -> Catalogue:
    """The language for pictures: English where no font on this machine has the letters of ``wanted``."""
    if wanted.language == ENGLISH:
        return wanted
    _, missing = families(wanted.texts().values())
    return catalogue(ENGLISH) if missing else wanted


def language_notes(wanted: Catalogue) -> tuple[str, ...]:
    """A sentence where pictures are in English for want of letters."""
    if picture_language(wanted) is wanted:
        return ()
    return (f"no font on this machine has the letters of this language, pictures are in English: {INSTALL}",)


def translate_figure(figure: Figure, language: Catalogue) -> None:
    """Put every text of a figure into a language; a figure in English is left alone."""
    if language.language == ENGLISH:
        return
    for text in figure.findobj(Text):
        plain = text.get_text()
        said = language.translate(plain)
        if said != plain:
            text.set_text(said)
            text.set_fontfamily(families([said])[0])
