"""Synthetic patients with known truth, written as DICOM CT and RTSTRUCT.

An independent witness: it shares no code with the planning system that reads what it writes.
"""

from phantoms.catalogue import names, titles
from phantoms.errors import PhantomError
from phantoms.write import write_phantom

__all__ = ["PhantomError", "names", "titles", "write_phantom"]
