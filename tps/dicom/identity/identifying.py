"""Words that tell who a patient is, taken out of the texts that stay in what leaves the house."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pydicom import Dataset
from pydicom.multival import MultiValue

from tps.model import Case

REMOVED = "(removed)"

# Shorter words and values would be found everywhere and tell nothing.
SHORTEST_WORD, SHORTEST_VALUE = 2, 3

# Elements that hold persons' names, and others that single out a patient or a visit.
_NAME_KEYWORDS = (
    "PatientName",
    "OtherPatientNames",
    "PatientBirthName",
    "PatientMotherBirthName",
    "ReferringPhysicianName",
    "PerformingPhysicianName",
    "PhysiciansOfRecord",
    "OperatorsName",
)
_VALUE_KEYWORDS = ("PatientID", "OtherPatientIDs", "AccessionNumber", "PatientBirthDate")

# All of them: what must be read of an object to know.
IDENTIFYING_KEYWORDS = (*_NAME_KEYWORDS, *_VALUE_KEYWORDS)

# Letters of languages that are written without a space between words.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


@dataclass(frozen=True)
class Identifying:
    """What must not be read in a text.

    Parameters
    ----------
    words : frozenset of str
        Found as whole words, in capitals or not; an underscore ends a word.  Those of languages without
        spaces are found anywhere.
    literals : frozenset of str
        Found as they are: identifiers, names of files.
    """

    words: frozenset[str] = frozenset()
    literals: frozenset[str] = frozenset()

    def without(self, text: str) -> str:
        """``text`` with everything identifying replaced."""
        for literal in sorted((v for v in self.literals if v in text), key=len, reverse=True):
            text = text.replace(literal, REMOVED)
        for word in sorted((w for w in self.words if _UNSPACED.search(w)), key=len, reverse=True):
            text = text.replace(word, REMOVED)
        spaced = [w for w in self.words if not _UNSPACED.search(w)]
        if spaced:
            any_of = "|".join(re.escape(w) for w in sorted(spaced, key=len, reverse=True))
            text = re.sub(rf"(?<![^\W_])(?:{any_of})(?![^\W_])", REMOVED, text, flags=re.IGNORECASE)
        return text

    def renamed(self, names: Iterable[str]) -> dict[str, str]:
        """New names for all those that hold something identifying, different from every other name."""
        names = list(dict.fromkeys(names))
        found: dict[str, str] = {}
        taken = set(names)
        for name in names:
            plain = self.without(name)
            if plain == name:
                continue
            number, new = 2, plain
            while new in taken:
                number, new = number + 1, f"{plain} {number}"
            found[name] = new
            taken.add(new)
        return found


def identifying_of_case(case: Case) -> Identifying:
    """What identifies the patient of a case, the names of its files included."""
    who = case.identity
    values = [who.patient_id, who.accession_number, *_dates(who.patient_birth_date), *_dates(who.study_date)]
    words = _words([who.patient_name, who.referring_physician]) | _values(values)
    literals = {who.study_uid, who.series_uid, who.frame_of_reference_uid, who.structure_set_uid}
    literals |= {*who.slice_uids, *case.files, *case.file_names}
    literals |= {name.rpartition("/")[2] for name in case.file_names}
    return Identifying(words, _values(literals))


def identifying_of_dataset(dataset: Dataset) -> Identifying:
    """What identifies the patient of a DICOM object."""
    names, values = (
        [v for keyword in keywords for v in _texts(dataset.get(keyword))]
        for keywords in (_NAME_KEYWORDS, _VALUE_KEYWORDS)
    )
    return Identifying(_words(names) | _values(values))


def _texts(value) -> list[str]:
    if value is None:
        return []
    return [str(v) for v in value] if isinstance(value, (MultiValue, list)) else [str(value)]


def _words(person_names: Iterable[str]) -> frozenset[str]:
    """Each name as a whole, and its parts."""
    found = set()
    for name in person_names:
        found |= {name.strip(), *re.split(r"[\s^=,.;-]+", name)}
    return frozenset(w for w in found if len(w) >= SHORTEST_WORD and re.search(r"[^\W\d_]", w))


def _values(values: Iterable[str]) -> frozenset[str]:
    return frozenset(v.strip() for v in values if len(v.strip()) >= SHORTEST_VALUE)


def _dates(text: str) -> list[str]:
    """A DICOM date, and as people write it."""
    return [text, f"{text[:4]}-{text[4:6]}-{text[6:8]}"] if len(text) == 8 else [text]
