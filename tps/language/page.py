"""A page in another language: every text between tags, and what its pictures are called."""

import html
import re

from tps.language.catalogue import ENGLISH, Catalogue

_TOKENS = re.compile(r"(<!--.*?-->|<[^>]+>)", re.S)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
_SAID = re.compile(r'\b(alt|aria-label|title|placeholder)="([^"]*)"')

# What is no text for people; elements marked translate="no" hold names.
SKIPPED = ("style", "script")
KEEP = 'translate="no"'
VOID = ("img", "br", "meta", "link", "input", "hr", "path", "line", "rect", "circle", "polygon")


def translate_page(page: str, catalogue: Catalogue) -> str:
    """The page in the language of a catalogue; in English it stays as it is, to the last letter.

    Parameters
    ----------
    page : str
        HTML as our templates write it: elements are closed, ``>`` in attributes is escaped.
    catalogue : Catalogue
    """
    if catalogue.language == ENGLISH:
        return page
    out, kept, inside = [], "", 0
    for token in _TOKENS.split(page):
        tag = _TAG.match(token)
        if tag is None:
            out.append(token if kept or token.startswith("<!") else _text(token, catalogue))
            continue
        closing, name = tag[1] == "/", tag[2].lower()
        if kept:
            inside += (-1 if closing else 1) if name == kept else 0
            kept = kept if inside else ""
        elif not closing and name not in VOID and (name in SKIPPED or KEEP in token):
            kept, inside = name, 1
        out.append(_attributes(token, catalogue) if not closing else token)
    return re.sub(r'<html lang="[^"]*"', f'<html lang="{catalogue.html_language}"', "".join(out), count=1)


def _text(token: str, catalogue: Catalogue) -> str:
    plain = html.unescape(token)
    # Lines of a page are not lines of its text.
    said = catalogue.translate(re.sub(r"\s*\n\s*", " ", plain))
    return token if said.strip() == " ".join(plain.split()) else html.escape(said, quote=False)


def _attributes(token: str, catalogue: Catalogue) -> str:
    def said(match: re.Match) -> str:
        text = catalogue.translate(html.unescape(match[2]))
        return f'{match[1]}="{html.escape(text)}"'

    return _SAID.sub(said, token)
