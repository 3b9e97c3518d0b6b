"""Take a patient's identity out of DICOM objects and cases that leave the house.

The Basic Application Level Confidentiality Profile (PS3.15 annex E) lists what must go.  Here it is met from
the other side, by a list of what may stay: numbers, geometry, codes and the few texts a plan cannot do
without.  Every other text, name, date, address, private element, overlay and sequence goes, whether or not
the profile thought of it.  Identifiers are replaced by others made from them, the same for every object, so
that CT, structures, plan and dose still fit together; the way back needs the original.

Names given to regions stay, but for words of the patient's and the physicians' names.  What cannot be seen: a
nickname in such a name, and what somebody drew into the pixels without saying so in the header.
"""

from dataclasses import replace

from pydicom import DataElement, Dataset
from pydicom.sequence import Sequence

from tps.dicom.identity.identifying import Identifying, identifying_of_case, identifying_of_dataset
from tps.dicom.identity.uids import uid_of
from tps.dicom.rt.header import LO_LENGTH, MANUFACTURER, SH_LENGTH, code_item
from tps.errors import BadInput
from tps.model import Case, CaseIdentity

METHOD = "PS3.15 Basic Profile, by keep-list"

# DICOM's own identifiers (classes, transfer syntaxes) begin so; they identify nobody.
_STANDARD_ROOT = "1.2.840.10008."

_TEXT_VRS = {"AE", "AS", "LO", "LT", "PN", "SH", "ST", "UC", "UR", "UT"}
_TIME_VRS = {"DA", "DT", "TM"}

# Names of regions may stay, without the words in them that tell who the patient is.
_REGION_NAMES = {"ROIName", "SegmentLabel"}

# Texts about devices and concepts may stay.
_KEPT_TEXT = {
    "Manufacturer",
    "ManufacturerModelName",
    "SoftwareVersions",
    "CodeValue",
    "CodingSchemeDesignator",
    "CodeMeaning",
    "SourceIsotopeName",
    "SourceManufacturer",
    "SourceModelID",
    "ConvolutionKernel",
    "RescaleType",
}

# Texts this project writes itself, from the patient's data the names of regions alone; kept only in its own
# objects.
_OWN_TEXT = {
    "SeriesDescription",
    "StructureSetLabel",
    "StructureSetDescription",
    "RTPlanLabel",
    "RTPlanDescription",
    "RTPlanName",
    "FractionGroupDescription",
    "ROIDescription",
    "DoseReferenceDescription",
    "ApplicationSetupName",
    "SourceApplicatorID",
    "SourceDescription",
    "DoseComment",
}

# Required to be there, but may be empty (type 2).
_EMPTIED = {
    "PatientName",
    "PatientBirthDate",
    "PatientSex",
    "StudyDate",
    "StudyTime",
    "StudyID",
    "AccessionNumber",
    "ReferringPhysicianName",
    "OperatorsName",
    "ROIInterpreter",
    "StructureSetDate",
    "StructureSetTime",
    "RTPlanDate",
    "RTPlanTime",
    "TreatmentMachineName",
    "TransferTubeNumber",
    "Laterality",
    "PositionReferenceIndicator",
}

# Required to have a value (type 1): the profile's dummy instead of the real one.
_DUMMY = {
    "SourceStrengthReferenceDate": "19000101",
    "SourceStrengthReferenceTime": "000000",
    "StructureSetLabel": "ANON",
    "RTPlanLabel": "ANON",
    "ContentLabel": "ANON",
}

# Groups that are about the person, the trial, the visit and the order; what must stay is set anew.
_PERSONAL_GROUPS = (0x0010, 0x0012, 0x0032, 0x0038, 0x4008)

# Bytes without a meaning a list could know: only the pixels stay (a document, say, can hold anything).
_BYTE_VRS = {"OB", "OD", "OF", "OL", "OV", "OW", "UN"}
_KEPT_BYTES = {"PixelData", "FloatPixelData", "DoubleFloatPixelData"}

# Elsewhere, not text, and yet about the person.
_PERSONAL = {"BodyPartExamined", "IconImageSequence"}

# Sequences outside the radiotherapy groups that carry geometry or references.
_KEPT_SEQUENCES = {
    "SharedFunctionalGroupsSequence",
    "PerFrameFunctionalGroupsSequence",
    "PixelMeasuresSequence",
    "PlanePositionSequence",
    "PlaneOrientationSequence",
    "PixelValueTransformationSequence",
    "FrameContentSequence",
    "DimensionIndexSequence",
    "ReferencedImageSequence",
    "ReferencedSeriesSequence",
    "ReferencedInstanceSequence",
    "SegmentSequence",
    "SegmentedPropertyCategoryCodeSequence",
    "SegmentedPropertyTypeCodeSequence",
    "SegmentIdentificationSequence",
    "RTReferencedStudySequence",
}
_RT_GROUPS = (0x3002, 0x3004, 0x3006, 0x3008, 0x300A, 0x300C, 0x3010)


def anonymous_uid(uid: str) -> str:
    """The identifier that stands for ``uid``; DICOM's own stay as they are, "" stays ""."""
    return uid if not uid or uid.startswith(_STANDARD_ROOT) else uid_of("anonymous", uid)


def anonymous_patient(patient_id: str, study_uid: str) -> str:
    """A patient identifier that says nothing; the study's UID keeps it from being guessed by trial."""
    return "ANON-" + uid_of("patient", patient_id, study_uid)[-8:]


def anonymise_dataset(dataset: Dataset, where: str = "") -> Dataset:
    """A copy of a data set without its patient's identity, marked as such.

    Parameters
    ----------
    dataset : Dataset
    where : str
        Its file, for messages.

    Raises
    ------
    BadInput
        If the object says that its pixels show who the patient is: nothing here can blank them.
    """
    if str(dataset.get("BurnedInAnnotation", "") or "").strip() == "YES":
        raise BadInput(
            "its pixels show text that may name the patient (Burned In Annotation is YES)",
            where=where,
            expected="images without text in them",
            remedy="leave this object out, or blank its pixels first",
        )
    own = dataset.get("Manufacturer") == MANUFACTURER
    clean = _clean(dataset, own, identifying_of_dataset(dataset))
    clean.SpecificCharacterSet = dataset.get("SpecificCharacterSet", "ISO_IR 192")
    clean.PatientID = anonymous_patient(
        str(dataset.get("PatientID", "") or ""), str(dataset.get("StudyInstanceUID", "") or "")
    )
    for name in (
        "PatientName",
        "PatientBirthDate",
        "PatientSex",
        "ReferringPhysicianName",
        "AccessionNumber",
    ):
        setattr(clean, name, None)
    clean.PatientIdentityRemoved = "YES"
    clean.DeidentificationMethod = METHOD
    clean.LongitudinalTemporalInformationModified = "REMOVED"
    clean.DeidentificationMethodCodeSequence = [
        code_item("113100", "DCM", "Basic Application Confidentiality Profile")
    ]
    return clean


def _clean(dataset: Dataset, own: bool, identifying: Identifying) -> Dataset:
    clean = Dataset()
    for element in dataset:
        tag, keyword, vr = element.tag, element.keyword, element.VR
        if tag.is_private or tag.group >> 8 in (0x50, 0x60) or tag.group in _PERSONAL_GROUPS:
            continue
        if keyword in _PERSONAL or (vr in _BYTE_VRS and keyword not in _KEPT_BYTES):
            continue
        if keyword in _REGION_NAMES or (own and keyword in _OWN_TEXT):
            clean.add_new(tag, vr, _without(element, identifying))
        elif keyword in _DUMMY:
            setattr(clean, keyword, _DUMMY[keyword])
        elif keyword in _EMPTIED:
            clean.add_new(tag, vr, None)
        elif vr == "SQ":
            if tag.group in _RT_GROUPS or keyword in _KEPT_SEQUENCES:
                clean.add_new(tag, vr, Sequence(_clean(item, own, identifying) for item in element.value))
        elif vr == "UI":
            clean.add_new(tag, vr, _replaced(element.value))
        elif vr not in _TIME_VRS and (vr not in _TEXT_VRS or keyword in _KEPT_TEXT):
            clean.add(element)
    return clean


def _without(element: DataElement, identifying: Identifying) -> str:
    """The element's text without identifying words, no longer than its type allows."""
    limit = {"SH": SH_LENGTH, "LO": LO_LENGTH}.get(element.VR)
    return identifying.without(str(element.value or ""))[:limit]


def _replaced(value):
    if value is None or isinstance(value, str):
        return anonymous_uid(str(value or ""))
    return [anonymous_uid(str(v)) for v in value]


def anonymise_case(case: Case) -> Case:
    """The case without its patient's identity, its identifiers replaced as ``anonymise_dataset`` does.

    Names of regions and warnings that repeat something identifying lose it; checksums and names of the files
    read are left out.
    """
    old = case.identity
    identity = CaseIdentity(
        patient_id=anonymous_patient(old.patient_id, old.study_uid),
        study_uid=anonymous_uid(old.study_uid),
        series_uid=anonymous_uid(old.series_uid),
        frame_of_reference_uid=anonymous_uid(old.frame_of_reference_uid),
        patient_position=old.patient_position,
        ct_sop_class_uid=old.ct_sop_class_uid,
        slice_uids=tuple(anonymous_uid(u) for u in old.slice_uids),
        image_numbers=old.image_numbers,
        structure_set_uid=anonymous_uid(old.structure_set_uid),
        identity_removed="YES",
        deidentification_methods=(METHOD,),
    )
    hidden = identifying_of_case(case)
    names = hidden.renamed([*case.structures, *case.empty_rois])
    return Case(
        case.ct,
        {names.get(n, n): replace(s, name=names.get(n, n)) for n, s in case.structures.items()},
        identity,
        tuple(names.get(n, n) for n in case.empty_rois),
        tuple(hidden.without(w) for w in case.warnings),
    )
