"""The texts of a page, and English left in them."""

import html
import re

# What stays as it is: names of the made-up patient, citations, an address to look at.
NAMES = ("made for a test", "ref", "ab" * 32, "synthetic trunk", "drawn", "Aorta", "Liver", "Phantom Torso")


CITED = re.compile(r"[A-Z][\w. ]+ et al\.[^\u4e00-\u9fff]*|Med\. Phys\.[^\u4e00-\u9fff]*|doi:\S+")


def english_in(text):
    """A run of words of a sentence in English, or a word that is no name; "" where there is none."""
    for name in NAMES:
        text = text.replace(name, "")
    text = CITED.sub("", text)
    found = re.search(r"\b[A-Za-z][a-z]+ [a-z]{2,}\b|^[A-Za-z]?[a-z]{3,}$", text.strip())
    return found[0] if found else ""


def texts_of(page):
    plain = re.sub(r"(?s)<(style|script)\b.*?</\1>", "", page)
    plain = re.sub(r'(?s)<(\w+)[^>]*translate="no"[^>]*>.*?</\1>', "", plain)
    return [" ".join(html.unescape(t).split()) for t in re.split(r"<[^>]+>", plain)]
