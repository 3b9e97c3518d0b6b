"""The classic DICOM network: C-STORE, C-FIND, C-GET, C-MOVE."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pydicom import Dataset
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLosslessSV1,
    JPEGLSLossless,
    RLELossless,
)

from tps.dicom.pacs import DimseAddress, Study, address_text, load_extra
from tps.errors import BadInput, OutputRefused

# Seconds to wait for a connection, for an agreement how to talk, for an answer, for the next piece of data.
CONNECT_S, AGREE_S, ANSWER_S, NETWORK_S = 10, 30, 120, 60

# Most presentation contexts an association can have (PS3.8, 9.3.2.2: odd numbers to 255).
MOST_CONTEXTS = 128

# What a planning case consists of.  C-GET must say beforehand what it is ready to take.
_CLASSES = (
    "1.2.840.10008.5.1.4.1.1.2",  # CT
    "1.2.840.10008.5.1.4.1.1.2.1",  # Enhanced CT
    "1.2.840.10008.5.1.4.1.1.2.2",  # Legacy Converted Enhanced CT
    "1.2.840.10008.5.1.4.1.1.4",  # MR
    "1.2.840.10008.5.1.4.1.1.4.1",  # Enhanced MR
    "1.2.840.10008.5.1.4.1.1.7",  # Secondary Capture
    "1.2.840.10008.5.1.4.1.1.11.1",  # Grayscale Softcopy Presentation State
    "1.2.840.10008.5.1.4.1.1.20",  # Nuclear Medicine
    "1.2.840.10008.5.1.4.1.1.66.1",  # Spatial Registration
    "1.2.840.10008.5.1.4.1.1.66.4",  # Segmentation
    "1.2.840.10008.5.1.4.1.1.88.22",  # Enhanced SR
    "1.2.840.10008.5.1.4.1.1.88.33",  # Comprehensive SR
    "1.2.840.10008.5.1.4.1.1.88.67",  # X-Ray Radiation Dose SR
    "1.2.840.10008.5.1.4.1.1.104.1",  # Encapsulated PDF
    "1.2.840.10008.5.1.4.1.1.128",  # PET
    "1.2.840.10008.5.1.4.1.1.481.1",  # RT Image
    "1.2.840.10008.5.1.4.1.1.481.2",  # RT Dose
    "1.2.840.10008.5.1.4.1.1.481.3",  # RT Structure Set
    "1.2.840.10008.5.1.4.1.1.481.5",  # RT Plan
    "1.2.840.10008.5.1.4.1.1.481.4",  # RT Beams Treatment Record
    "1.2.840.10008.5.1.4.1.1.481.6",  # RT Brachy Treatment Record
)
_SYNTAXES = (
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    ExplicitVRBigEndian,
    DeflatedExplicitVRLittleEndian,
    JPEGLosslessSV1,
    JPEGLSLossless,
    JPEG2000Lossless,
    RLELossless,
)
_PENDING = (0xFF00, 0xFF01)


def store(datasets: Sequence[Dataset], address: DimseAddress, calling_ae: str) -> int:
    """C-STORE every object, each in the transfer syntax it has; returns how many.

    Raises
    ------
    OutputRefused
        If the archive cannot be reached or refuses an object.
    """
    pynetdicom = load_extra("pynetdicom")
    kinds = sorted({(str(d.SOPClassUID), str(d.file_meta.TransferSyntaxUID)) for d in datasets})
    if len(kinds) > MOST_CONTEXTS:
        raise OutputRefused(f"{len(kinds)} kinds of objects at once\nRemedy: send them in smaller portions")
    contexts = [pynetdicom.build_context(c, s) for c, s in kinds]
    try:
        with _associated(pynetdicom, address, calling_ae, contexts) as association:
            for number, dataset in enumerate(datasets, start=1):
                try:
                    status = association.send_c_store(dataset, msg_id=number % 65535 + 1)
                except ValueError as error:  # the archive did not agree to take this kind
                    raise BadInput(
                        f"the archive does not take {UID(dataset.SOPClassUID).name}"
                        f" as {UID(dataset.file_meta.TransferSyntaxUID).name}",
                        where=address_text(address),
                        remedy="ask who runs the archive",
                    ) from error
                _check(status, address, f"object {number} of {len(datasets)}")
    except BadInput as error:
        raise OutputRefused(str(error)) from error
    return len(datasets)


def find_study(study_uid: str, address: DimseAddress, calling_ae: str) -> Study:
    """C-FIND a study; raises ``BadInput`` if there is none."""
    pynetdicom = load_extra("pynetdicom")
    model = _model("Find")
    query = Dataset()
    query.QueryRetrieveLevel = "STUDY"
    query.StudyInstanceUID = study_uid
    query.NumberOfStudyRelatedInstances = None
    answers = []
    with _associated(pynetdicom, address, calling_ae, [pynetdicom.build_context(model)]) as association:
        for status, answer in association.send_c_find(query, model):
            _check(status, address, "the question for the study")
            if status.Status in _PENDING and answer is not None:
                answers.append(answer)
    if not answers:
        raise BadInput(
            f"no study {study_uid}",
            where=address_text(address),
            remedy="check the Study Instance UID (`tps inspect` shows it)",
        )
    count = answers[0].get("NumberOfStudyRelatedInstances")
    return Study(study_uid, int(count) if count not in (None, "") else None)


def get_study(study_uid: str, address: DimseAddress, calling_ae: str) -> dict[str, bytes]:
    """C-GET a study: SOP Instance UID to the bytes of the file.

    Raises
    ------
    BadInput
        If the archive refuses, or objects of it failed.
    """
    pynetdicom = load_extra("pynetdicom")
    model = _model("Get")
    contexts = [pynetdicom.build_context(model)]
    contexts += [pynetdicom.build_context(c, list(_SYNTAXES)) for c in _CLASSES]
    roles = [pynetdicom.build_role(c, scp_role=True) for c in _CLASSES]
    files: dict[str, bytes] = {}
    handlers = [(pynetdicom.evt.EVT_C_STORE, _keep_in(files))]
    with _associated(pynetdicom, address, calling_ae, contexts, roles, handlers) as association:
        _run(association.send_c_get(_query(study_uid), model), address)
    return files


def move_study(
    study_uid: str, address: DimseAddress, receive: DimseAddress, calling_ae: str
) -> dict[str, bytes]:
    """C-MOVE a study to ``receive``, listening there meanwhile: SOP Instance UID to the bytes of the file.

    Raises
    ------
    BadInput
        If nothing can listen there, the archive refuses, or objects of it failed.
    """
    pynetdicom = load_extra("pynetdicom")
    model = _model("Move")
    files: dict[str, bytes] = {}
    entity = pynetdicom.AE(ae_title=receive.ae)
    entity.require_called_aet = True
    entity.supported_contexts = [pynetdicom.build_context(c, list(_SYNTAXES)) for c in _CLASSES]
    handlers = [(pynetdicom.evt.EVT_C_STORE, _keep_in(files))]
    with _quiet():
        try:
            server = entity.start_server((receive.host, receive.port), block=False, evt_handlers=handlers)
        except OSError as error:
            raise BadInput(
                f"cannot listen there ({error.strerror})",
                where=address_text(receive),
                remedy="choose a port that is free and an address of this machine",
            ) from error
        try:
            contexts = [pynetdicom.build_context(model)]
            with _associated(pynetdicom, address, calling_ae, contexts) as association:
                _run(association.send_c_move(_query(study_uid), receive.ae, model), address)
        finally:
            server.shutdown()
    return files


def _model(service: str) -> str:
    classes = load_extra("pynetdicom.sop_class")
    return getattr(classes, f"StudyRootQueryRetrieveInformationModel{service}")


def _query(study_uid: str) -> Dataset:
    query = Dataset()
    query.QueryRetrieveLevel = "STUDY"
    query.StudyInstanceUID = study_uid
    return query


def _keep_in(files: dict[str, bytes]):
    def keep(event) -> int:
        files[str(event.request.AffectedSOPInstanceUID)] = event.encoded_dataset()
        return 0x0000

    return keep


def _run(responses, address: DimseAddress) -> None:
    """Follow a C-GET or C-MOVE to its end; failed parts are a failure of the whole."""
    for status, _ in responses:
        _check(status, address, "the study")
        failed = status.get("NumberOfFailedSuboperations") or 0
        if status.Status not in _PENDING and failed:
            raise BadInput(
                f"{failed} objects of the study could not be handed over",
                where=address_text(address),
                remedy="ask who runs the archive; perhaps it holds kinds of objects that are not taken here",
            )


def _check(status: Dataset, address: DimseAddress, what: str) -> None:
    """Raise ``BadInput`` unless a status means success, a warning, or more to come."""
    code = status.get("Status") if status is not None else None
    if code is None:
        raise BadInput(
            f"the connection broke at {what}",
            where=address_text(address),
            remedy="try again; check the network",
        )
    if code == 0 or code in _PENDING or 0xB000 <= code <= 0xBFFF or code in (0x0001, 0x0107, 0x0116):
        return
    comment = str(status.get("ErrorComment", ""))
    raise BadInput(
        f"the archive refused {what} (status 0x{code:04X}{': ' + comment if comment else ''})",
        where=address_text(address),
        remedy="ask who runs the archive",
    )


@contextmanager
def _associated(
    pynetdicom, address: DimseAddress, calling_ae: str, contexts, roles=(), handlers=()
) -> Iterator:
    entity = pynetdicom.AE(ae_title=calling_ae)
    entity.connection_timeout, entity.acse_timeout = CONNECT_S, AGREE_S
    entity.dimse_timeout, entity.network_timeout = ANSWER_S, NETWORK_S
    opened: list[bool] = []
    note = (pynetdicom.evt.EVT_CONN_OPEN, lambda event: opened.append(True))
    with _quiet():
        association = entity.associate(
            address.host,
            address.port,
            contexts=list(contexts),
            ae_title=address.ae,
            ext_neg=list(roles),
            evt_handlers=[*handlers, note],
        )
        if not association.is_established:
            why = "it answers, but not as an archive does" if opened else "nobody answers there"
            why = "it refused the connection" if association.is_rejected else why
            raise BadInput(
                why,
                where=address_text(address),
                expected=f"an archive that talks to {calling_ae}",
                remedy="check name, host and port, and that the archive knows this name (--calling-ae)",
            )
        try:
            yield association
        finally:
            if association.is_established:
                association.release()


@contextmanager
def _quiet() -> Iterator[None]:
    """The library logs what it also reports; its lines may hold identifiers and belong on no screen."""
    logger = logging.getLogger("pynetdicom")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)
