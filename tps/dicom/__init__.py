"""DICOM objects and other files of a case, read and written."""

import sys


def _load_pydicom() -> None:
    """Load pydicom without the web client with which it could fetch test files of its own.

    No other part of it is in use here, and loading it takes longer than reading a scan's headers.  It stays
    as loadable as before for those who want it: sending to a PACS by DICOMweb does.
    """
    name = "requests"
    if name in sys.modules or "pydicom" in sys.modules:
        return
    # An import of it fails at once, which pydicom takes for "not installed".
    sys.modules[name] = None  # type: ignore[assignment]  # as the import system documents it
    try:
        import pydicom  # noqa: F401
    finally:
        del sys.modules[name]


_load_pydicom()
