"""The catalogue: texts by key, and sentences that were made in English said in another language.

The program speaks English inside: what it writes for machines never depends on the language.  A page, a
picture or a line on the screen is translated as a whole where it leaves.  A text may have places:

    {depth:n} mm from the skin to the tip

``{name:n}`` stands for a number, ``{name:t}`` for a text that is translated in its turn, ``{name}`` for a
name that stays as it is.  The translation names the same places, in its own order.  A text that is not in the
catalogue is taken apart at its separators and what is known of it is translated; the rest stays as it is.
"""

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

ENGLISH = "en"
# By the code of their file.
LANGUAGES = {"en": "English", "zh": "\u7b80\u4f53\u4e2d\u6587"}
# What a page names as its language.
HTML_LANGUAGE = {"en": "en", "zh": "zh-CN"}

_PLACE = re.compile(r"\{(\w+)(?::([nt]))?\}")
# What each kind of place takes; a name does not go beyond its part of a sentence.
_KINDS = {"n": r"[-+\u2212\u2013]?\d[\d.,]*(?:e[-+]?\d+)?", "t": ".+?", "": "[^;]+?"}

# Where a text that is not known as a whole is taken apart, and what joins its parts in each language.
SEPARATORS = (("\n", "\n"), (" \u00b7 ", " \u00b7 "), ("; ", "\uff1b"), (". ", "\u3002"), (", ", "\uff0c"))

# At most so many texts are kept with their translations.
KEPT = 20_000


class Catalogue:
    """The texts of one language.

    Parameters
    ----------
    language : str
        Code of a language of ``LANGUAGES``.
    texts : mapping of str to str
        By key.
    english : mapping of str to str
        The same keys in English.
    """

    def __init__(self, language: str, texts: Mapping[str, str], english: Mapping[str, str]):
        self.language = language
        self._texts, self._english = dict(texts), dict(english)
        patterned = [(text, self._texts[key]) for key, text in english.items() if _PLACE.search(text)]
        self._exact = {text: self._texts[key] for key, text in english.items() if not _PLACE.search(text)}
        if language == ENGLISH:  # nothing is looked for
            patterned = []
        # What says most is tried first: a sentence before one that would take it for a name.
        patterned.sort(key=lambda pair: -len(_PLACE.sub("", pair[0])))
        self._patterns = [(re.compile(_pattern(text)), text, said) for text, said in patterned]
        self._kept = lru_cache(maxsize=KEPT)(self._said)

    @property
    def html_language(self) -> str:
        """For the ``lang`` of a page."""
        return HTML_LANGUAGE[self.language]

    def text(self, key: str, **values) -> str:
        """The text of a key, its places filled.

        Raises
        ------
        KeyError
            If the catalogue has no such key.
        """
        return _filled(self._texts[key], {name: str(value) for name, value in values.items()})

    def texts(self) -> dict[str, str]:
        """All texts by key."""
        return dict(self._texts)

    def as_json(self) -> str:
        """The same for pages that translate in the browser."""
        return json.dumps(self._texts, ensure_ascii=False, sort_keys=True)

    def translate(self, sentence: str) -> str:
        """A finished English text in this language; spaces around it stay."""
        if self.language == ENGLISH or not any(c.isalpha() for c in sentence):
            return sentence
        core = " ".join(sentence.split()) if "\n" not in sentence.strip() else sentence.strip()
        said = self._kept(core)
        if said == core:
            return sentence
        start = sentence[: len(sentence) - len(sentence.lstrip())]
        return start + said + sentence[len(sentence.rstrip()) :]

    def knows(self, sentence: str) -> bool:
        """Whether the catalogue has this very text, or a text of its form."""
        core = " ".join(sentence.split())
        return core in self._exact or self._by_pattern(core) is not None

    def _said(self, core: str) -> str:
        if core in self._exact:
            return self._exact[core]
        found = self._by_pattern(core)
        if found is not None:
            return found
        for english, other in SEPARATORS:
            if english in core:
                parts = core.split(english)
                said = [self._kept(part.strip()) for part in parts]
                if said != [part.strip() for part in parts]:
                    return other.join(said)
        return core

    def _by_pattern(self, core: str) -> str | None:
        for pattern, english, said in self._patterns:
            if match := pattern.fullmatch(core):
                kinds = dict(_PLACE.findall(english))
                values = {
                    name: self._kept(value) if kinds[name] == "t" else value
                    for name, value in match.groupdict().items()
                }
                return _filled(said, values)
        return None


def _pattern(text: str) -> str:
    """A regular expression of a text with places."""
    parts, end, seen = [], 0, set()
    for match in _PLACE.finditer(text):
        parts.append(re.escape(text[end : match.start()]))
        name, kind = match.groups()
        if name in seen:
            parts.append(f"(?P={name})")
        else:
            parts.append(f"(?P<{name}>{_KINDS[kind or '']})")
        seen.add(name)
        end = match.end()
    return "".join([*parts, re.escape(text[end:])])


def _filled(text: str, values: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda match: values[match[1]], text)


@cache
def catalogue(language: str = ENGLISH) -> Catalogue:
    """The catalogue of a language.

    Raises
    ------
    KeyError
        For a language that ``LANGUAGES`` does not have.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    return Catalogue(language, _read(language), _read(ENGLISH))


@cache
def _read(language: str) -> dict[str, str]:
    return json.loads(files("tps.language").joinpath("data", f"{language}.json").read_text(encoding="utf-8"))
