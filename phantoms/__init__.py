"""Synthetic patients with known truth, written as DICOM CT and RTSTRUCT.

An independent witness: it shares no code with the planning system that reads what it writes.
"""

from phantoms.cases import shape_case, shape_names, write_shape_case
from phantoms.catalogue import names, titles
from phantoms.cohort import random_lesions, write_random_phantom
from phantoms.errors import PhantomError
from phantoms.post_implant import write_post_implant
from phantoms.write import write_phantom

__all__ = [
    "PhantomError",
    "names",
    "random_lesions",
    "shape_case",
    "shape_names",
    "titles",
    "write_phantom",
    "write_post_implant",
    "write_random_phantom",
    "write_shape_case",
]
