"""A patient's scan with its contours, as read."""

from dataclasses import dataclass, field

from tps.errors import UnknownName
from tps.model.grid import Volume
from tps.model.structure import Structure


@dataclass(frozen=True)
class CaseIdentity:
    """What ties plan objects to the scan: DICOM identifiers, as strings exactly as read ("" when absent).

    ``slice_uids`` are the SOP Instance UIDs in the order of the volume's slices, ``image_numbers`` the
    numbers by which scanner and archive show those images (empty where they have none, or not each its own);
    ``deidentification_codes`` are value, scheme and meaning of what was done to a scan whose patient's
    identity was removed.
    """

    patient_id: str = ""
    patient_name: str = ""
    patient_birth_date: str = ""
    patient_sex: str = ""
    study_uid: str = ""
    study_date: str = ""
    study_time: str = ""
    study_id: str = ""
    accession_number: str = ""
    referring_physician: str = ""
    study_description: str = ""
    series_uid: str = ""
    series_description: str = ""
    frame_of_reference_uid: str = ""
    patient_position: str = ""
    ct_sop_class_uid: str = ""
    slice_uids: tuple[str, ...] = ()
    image_numbers: tuple[int, ...] = ()
    structure_set_uid: str = ""
    structure_set_label: str = ""
    patient_age: str = ""
    patient_size: str = ""
    patient_weight: str = ""
    character_set: str = ""
    identity_removed: str = ""
    deidentification_methods: tuple[str, ...] = ()
    deidentification_codes: tuple[tuple[str, str, str], ...] = ()

    def image_number(self, k: int) -> int | None:
        """The scanner's own number of the image on the volume's slice ``k`` (0 first); None without one."""
        return self.image_numbers[k] if self.image_numbers else None


@dataclass(frozen=True, eq=False)
class Case:
    """A CT with its structures.

    Parameters
    ----------
    ct : Volume
        Hounsfield units, int16.
    structures : dict of str to Structure
        By ROI name; only ROIs that have contours.
    identity : CaseIdentity
    empty_rois : tuple of str
        ROI names that exist but have no contours.
    warnings : tuple of str
        What was unusual about the input; shown in the report.
    files : dict of str to str
        SHA-256 (hex) of each input file read, by SOP Instance UID.
    file_names : tuple of str
        Names of all files looked at: warnings may repeat them, and a name may tell who the patient is.
    structures_from : str
        The file or folder of the structures as it was named, for messages; "" without one.
    """

    ct: Volume
    structures: dict[str, Structure]
    identity: CaseIdentity
    empty_rois: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    file_names: tuple[str, ...] = ()
    structures_from: str = ""

    def structure(self, name: str) -> Structure:
        """The structure of that name; raises ``UnknownName`` (listing the names) if there is none."""
        if name not in self.structures:
            raise UnknownName("ROI", name, self.structures, where=self.structures_from or "structures")
        return self.structures[name]
