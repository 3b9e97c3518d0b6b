"""Names of regions as DICOM files give them, where their bytes are text at all."""

from collections.abc import Sequence

from pydicom import Dataset

from tps.dicom.file.charset import looks_chinese, remedy_for
from tps.dicom.file.values import raw_text, text, text_trouble
from tps.errors import BadInput


def believed_names(
    regions: Sequence[tuple[int, Dataset]], keyword: str, kind: str, where: str
) -> tuple[list[str], list[str]]:
    """A name for each region ("" without one), and warnings about those whose bytes are not to be believed.

    Parameters
    ----------
    regions : sequence of (int, Dataset)
        Number of each region, and the item that names it.
    keyword : str
        Of the name.
    kind : str
        How a region without a readable name is called, before its number: "ROI".
    where : str
        For messages.

    Returns
    -------
    names, warnings : list of str

    Raises
    ------
    BadInput
        If a name looks Chinese and is not said to be: the user states the character set once, and can name
        regions as they are called.
    """
    names, unreadable = [], []
    for number, item in regions:
        trouble = text_trouble(item, keyword)
        raw = raw_text(item, keyword) or b""
        if trouble and looks_chinese(raw):
            raise BadInput(
                f"{trouble} ({kind} {number})",
                where=where,
                expected="names in the character set that the file states",
                remedy=remedy_for(raw),
            )
        if trouble:
            unreadable.append(number)
        names.append(f"{kind} {number}" if trouble else text(item, keyword))
    if not unreadable:
        return names, []
    listed = ", ".join(map(str, unreadable))
    return names, [
        f"the names of {kind} {listed} are no text of the character set that the file states: they go by "
        "their numbers; --charset states another set"
    ]
