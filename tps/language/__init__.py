"""Texts for people in more languages than one, from one catalogue: a data file a language, the same keys."""

from tps.language.catalogue import ENGLISH, LANGUAGES, Catalogue, catalogue

__all__ = ["ENGLISH", "LANGUAGES", "Catalogue", "catalogue"]
