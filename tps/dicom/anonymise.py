"""Take a patient's identity out of DICOM objects and cases that leave the house.

The Basic Application Level Confidentiality Profile (PS3.15 annex E) lists what must go.  Here it is met from
the other side, by a list of what may stay: numbers, geometry, codes and the few texts a plan cannot do
without.  Every other text, name, date, address, private element, overlay and sequence goes, whether or not
the profile thought of it.  Identifiers are replaced by others made from them, the same for every object, so
that CT, structures, plan and dose still fit together; the way back needs the original.

What cannot be seen: names that somebody drew into the pixels, or gave to an ROI.
"""

from dataclasses import replace

from pydicom import Dataset
from pydicom.sequence import Sequence

from tps.dicom.header import MANUFACTURER
from tps.dicom.uids import uid_of
from tps.model import Case

METHOD = "PS3.15 Basic Profile, by keep-list"

# DICOM's own identifiers (classes, transfer syntaxes) begin so; they identify nobody.
_STANDARD_ROOT = "1.2.840.10008."

_TEXT_VRS = {"AE", "AS", "LO", "LT", "PN", "SH", "ST", "UC", "UR", "UT"}
_TIME_VRS = {"DA", "DT", "TM"}

# Texts that may stay: what made the object, and names within the plan.
_KEPT_TEXT = {
    "Manufacturer",
    "ManufacturerModelName",
    "SoftwareVersions",
    "PositionReferenceIndicator",
    "CodeValue",
    "CodingSchemeDesignator",
    "CodeMeaning",
    "ROIName",
    "StructureSetLabel",
    "RTPlanLabel",
    "DoseReferenceDescription",
    "ApplicationSetupName",
    "SourceApplicatorID",
    "SourceIsotopeName",
    "SourceManufacturer",
    "SourceModelID",
    "SourceDescription",
    "DoseComment",
    "ConvolutionKernel",
    "RescaleType",
    "LUTExplanation",
}

# Texts this project writes itself, none of them from the patient's data; kept only in its own objects.
_OWN_TEXT = {
    "SeriesDescription",
    "StructureSetDescription",
    "RTPlanDescription",
    "RTPlanName",
    "FractionGroupDescription",
    "ROIDescription",
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
}

# Required to have a value (type 1): the profile's dummy instead of the real one.
_DUMMY = {"SourceStrengthReferenceDate": "19000101", "SourceStrengthReferenceTime": "000000"}

# Not text, and yet about the person.
_PERSONAL = {
    "PatientWeight",
    "PatientSize",
    "PatientSexNeutered",
    "PregnancyStatus",
    "SmokingStatus",
    "EthnicGroup",
    "BodyPartExamined",
    "IconImageSequence",
}

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


def anonymise_dataset(dataset: Dataset) -> Dataset:
    """A copy of a data set without its patient's identity, marked as such."""
    own = dataset.get("Manufacturer") == MANUFACTURER
    clean = _clean(dataset, _KEPT_TEXT | _OWN_TEXT if own else _KEPT_TEXT)
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
    code = Dataset()
    code.CodeValue, code.CodingSchemeDesignator = "113100", "DCM"
    code.CodeMeaning = "Basic Application Confidentiality Profile"
    clean.DeidentificationMethodCodeSequence = [code]
    return clean


def _clean(dataset: Dataset, kept_text: set[str]) -> Dataset:
    clean = Dataset()
    for element in dataset:
        tag, keyword, vr = element.tag, element.keyword, element.VR
        if tag.is_private or tag.group >> 8 in (0x50, 0x60) or keyword in _PERSONAL:
            continue
        if keyword in _DUMMY:
            setattr(clean, keyword, _DUMMY[keyword])
        elif keyword in _EMPTIED:
            clean.add_new(tag, vr, None)
        elif vr == "SQ":
            if tag.group in _RT_GROUPS or keyword in _KEPT_SEQUENCES:
                clean.add_new(tag, vr, Sequence(_clean(item, kept_text) for item in element.value))
        elif vr == "UI":
            clean.add_new(tag, vr, _replaced(element.value))
        elif vr not in _TIME_VRS and (vr not in _TEXT_VRS or keyword in kept_text):
            clean.add(element)
    return clean


def _replaced(value):
    if value is None or isinstance(value, str):
        return anonymous_uid(str(value or ""))
    return [anonymous_uid(str(v)) for v in value]


def anonymise_case(case: Case) -> Case:
    """The case without its patient's identity, its identifiers replaced as ``anonymise_dataset`` does.

    Warnings that repeat an identifying text lose it; the checksums of the files read are left out.
    """
    old = case.identity
    identity = replace(
        old,
        patient_id=anonymous_patient(old.patient_id, old.study_uid),
        patient_name="",
        patient_birth_date="",
        patient_sex="",
        study_uid=anonymous_uid(old.study_uid),
        study_date="",
        study_time="",
        study_id="",
        accession_number="",
        referring_physician="",
        study_description="",
        series_uid=anonymous_uid(old.series_uid),
        series_description="",
        frame_of_reference_uid=anonymous_uid(old.frame_of_reference_uid),
        slice_uids=tuple(anonymous_uid(u) for u in old.slice_uids),
        structure_set_uid=anonymous_uid(old.structure_set_uid),
    )
    return replace(case, identity=identity, warnings=scrub(case.warnings, case), files={})


def scrub(texts: tuple[str, ...], case: Case) -> tuple[str, ...]:
    """``texts`` with everything that is an identifying value of the case replaced by "(removed)"."""
    old = case.identity
    secrets = {
        old.patient_id,
        old.patient_name,
        *old.patient_name.split("^"),
        old.accession_number,
        old.referring_physician,
        old.study_uid,
        old.series_uid,
        old.frame_of_reference_uid,
        old.structure_set_uid,
        *old.slice_uids,
        *case.files,
    }
    found = []
    for text in texts:
        for secret in sorted((s for s in secrets if len(s) > 2), key=len, reverse=True):
            text = text.replace(secret, "(removed)")
        found.append(text)
    return tuple(found)
