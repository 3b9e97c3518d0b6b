"""The sentences of the server in the language of the page: translated where they leave, names left alone."""

from typing import Any

from tps.language import ENGLISH, LANGUAGES, catalogue

# Keys of documents whose texts are sentences of ours; what stands under others are names, codes or figures.
SENTENCES = frozenset(
    "rules warnings reasons impossible error message text verdict headline label meaning edits notes note"
    " level_text calibration stage busy".split()
)


def language_of(stated: object, usual: str = ENGLISH) -> str:
    """The language that a page asks for; the usual one where it asks for none that there is.

    Parameters
    ----------
    stated : str
        As the header ``Accept-Language`` has it; untrusted.
    usual : str
    """
    wanted = stated.strip()[:2].lower() if isinstance(stated, str) else ""
    return wanted if wanted in LANGUAGES else usual


def in_language(document: Any, language: str) -> Any:
    """A document with its sentences in a language."""
    if language == ENGLISH:
        return document
    return _said(document, language)


def _said(document: Any, language: str) -> Any:
    if isinstance(document, dict):
        return {
            key: _sentences(value, language) if key in SENTENCES else _said(value, language)
            for key, value in document.items()
        }
    # Lists of numbers are long, and say nothing.
    if isinstance(document, list) and document and isinstance(document[0], dict):
        return [_said(each, language) for each in document]
    return document


def _sentences(value: Any, language: str) -> Any:
    if isinstance(value, str):
        return catalogue(language).translate(value)
    if isinstance(value, list | tuple):
        return [_sentences(each, language) for each in value]
    if isinstance(value, dict):
        return {key: _sentences(each, language) for key, each in value.items()}
    return value
