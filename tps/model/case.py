"""A patient's scan with its contours, as read."""

from dataclasses import dataclass, field

from tps.errors import BadInput, UnknownName
from tps.model.grid import Volume
from tps.model.structure import Structure


@dataclass(frozen=True)
class CaseIdentity:
    """What ties plan objects to the scan: DICOM identifiers, as strings exactly as read ("" when absent).

    ``slice_uids`` are the SOP Instance UIDs in the order of the volume's slices, ``image_numbers`` the
    numbers by which scanner and archive show those images (empty where they have none, or not each its own);
    ``slice_thickness_mm`` is what every image states, 0 where they state none or several;
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
    slice_thickness_mm: float = 0.0
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
    left_out : dict of str to str
        Regions of the input that cannot be used, and why.
    renamed : dict of str to str
        Names of the input that no DICOM object can hold, and what the region is called instead.
    read_from : dict of str to object
        Where it was read and how: what ``tps.pipeline.load.load_case`` was given, paths whole.
    """

    ct: Volume
    structures: dict[str, Structure]
    identity: CaseIdentity
    empty_rois: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    file_names: tuple[str, ...] = ()
    structures_from: str = ""
    left_out: dict[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    read_from: dict[str, object] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """All names a region may be asked for by, whether or not it can be used."""
        return (*self.structures, *self.empty_rois, *self.left_out, *self.renamed)

    def name_of(self, name: str) -> str:
        """What the region is called here that the input calls ``name``."""
        return self.renamed.get(name, name)

    def structure(self, name: str) -> Structure:
        """The structure of that name, which may be the input's own.

        Raises
        ------
        BadInput
            If the region is left out (the message says why) or has no contours.
        UnknownName
            If there is none; the message lists the names.
        """
        name = self.name_of(name)
        if name in self.left_out:
            raise BadInput(
                f"ROI {name!r} cannot be used: {self.left_out[name]}",
                where=self.structures_from or "structures",
                expected=f"one of: {', '.join(self.structures) or '(none there)'}",
                remedy="draw or export the region again, or choose another",
            )
        if name in self.empty_rois:
            raise BadInput(
                f"ROI {name!r} has no contours",
                where=self.structures_from or "structures",
                expected=f"one of: {', '.join(self.structures) or '(none there)'}",
                remedy="contour it, or choose another",
            )
        if name not in self.structures:
            raise UnknownName("ROI", name, self.structures, where=self.structures_from or "structures")
        return self.structures[name]
