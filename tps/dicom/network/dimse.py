"""The classic DICOM network: C-STORE, C-FIND, C-GET, C-MOVE."""

import logging
import socket
import warnings
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

from tps.dicom.network.addresses import DimseAddress, address_text, load_extra
from tps.dicom.network.arrived import Study, add_arrived
from tps.dicom.network.limits import MOST_ANSWERS, MOST_STUDY_BYTES, Allowance
from tps.errors import BadInput, OutputRefused

# Seconds to wait for a connection, for an agreement how to talk, for an answer, for the next piece of data.
CONNECT_S, AGREE_S, ANSWER_S, NETWORK_S = 10, 30, 120, 60

# Status of an object that is not taken (PS3.7, C.4.1): not authorised, out of resources.
_NOT_AUTHORISED, _REFUSED = 0x0124, 0xA700

# Most presentation contexts an association can have (PS3.8, 9.3.2.2: odd numbers to 255).
MOST_CONTEXTS = 128

# What a planning case consists of.  C-GET must say beforehand what it is ready to take: these first, then as
# many other kinds of stored objects as there is room for, so that a key object or a report spoils nothing.
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

# Syntaxes whose objects can be written in the default one without a change of content.
_RECODED = (str(ExplicitVRLittleEndian), str(ImplicitVRLittleEndian), str(DeflatedExplicitVRLittleEndian))


def store(datasets: Sequence[Dataset], address: DimseAddress, calling_ae: str) -> int:
    """C-STORE every object, each in the transfer syntax it has; returns how many.

    Raises
    ------
    OutputRefused
        If the archive cannot be reached or refuses an object.
    """
    pynetdicom = load_extra("pynetdicom")
    kinds = {(str(d.SOPClassUID), str(d.file_meta.TransferSyntaxUID)) for d in datasets}
    # Who sends must offer the default transfer syntax for whatever is not compressed (PS3.5, 10.1).
    kinds |= {(c, str(ImplicitVRLittleEndian)) for c, s in kinds if s in _RECODED}
    if len(kinds) > MOST_CONTEXTS:
        raise OutputRefused(f"{len(kinds)} kinds of objects at once\nRemedy: send them in smaller portions")
    contexts = [pynetdicom.build_context(c, s) for c, s in sorted(kinds)]
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
            if len(answers) > MOST_ANSWERS:
                raise BadInput(
                    f"more than {MOST_ANSWERS} answers to the question for one study",
                    where=address_text(address),
                    remedy="ask who runs the archive",
                )
    if not answers:
        raise BadInput(
            f"no study {study_uid}",
            where=address_text(address),
            remedy="check the Study Instance UID (`tps inspect` shows it)",
        )
    return Study(study_uid, _count(answers[0]))


def _count(answer: Dataset) -> int | None:
    """The number of objects an answer states; None where it states none that can be read."""
    try:
        count = int(str(answer.get("NumberOfStudyRelatedInstances") or ""))
    except ValueError:
        return None
    return count if count > 0 else None


def get_study(study_uid: str, address: DimseAddress, calling_ae: str) -> dict[str, bytes]:
    """C-GET a study: SOP Instance UID to the bytes of the file.

    Raises
    ------
    BadInput
        If the archive refuses, or objects of it failed.
    """
    pynetdicom = load_extra("pynetdicom")
    model = _model("Get")
    classes = _classes(pynetdicom)[: MOST_CONTEXTS - 1]
    contexts = [pynetdicom.build_context(model)]
    contexts += [pynetdicom.build_context(c, list(_SYNTAXES)) for c in classes]
    roles = [pynetdicom.build_role(c, scp_role=True) for c in classes]
    received = _Received(address)
    handlers = [(pynetdicom.evt.EVT_C_STORE, received.keep)]
    with _associated(pynetdicom, address, calling_ae, contexts, roles, handlers) as association:
        _run(association.send_c_get(_query(study_uid), model), address, received)
    return received.files


def move_study(
    study_uid: str, address: DimseAddress, receive: DimseAddress, calling_ae: str
) -> dict[str, bytes]:
    """C-MOVE a study to ``receive``, listening there meanwhile: SOP Instance UID to the bytes of the file.

    Parameters
    ----------
    study_uid : str
    address : DimseAddress
        The archive.
    receive : DimseAddress
        Where to listen; the archive must know it.
    calling_ae : str

    Raises
    ------
    BadInput
        If nothing can listen there, the archive refuses, or objects of it failed.
    """
    pynetdicom = load_extra("pynetdicom")
    model = _model("Move")
    received = _Received(address, calling_ae, _machines(address))
    entity = pynetdicom.AE(ae_title=receive.ae)
    entity.require_called_aet = True
    # A stranger who finds the open port must not be able to hand in a slice.
    entity.require_calling_aet = [address.ae]
    classes = _classes(pynetdicom)[:MOST_CONTEXTS]
    entity.supported_contexts = [pynetdicom.build_context(c, list(_SYNTAXES)) for c in classes]
    handlers = [(pynetdicom.evt.EVT_C_STORE, received.keep)]
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
                _run(association.send_c_move(_query(study_uid), receive.ae, model), address, received)
        finally:
            server.shutdown()
    return received.files


def _model(service: str) -> str:
    classes = load_extra("pynetdicom.sop_class")
    return getattr(classes, f"StudyRootQueryRetrieveInformationModel{service}")


def _query(study_uid: str) -> Dataset:
    query = Dataset()
    query.QueryRetrieveLevel = "STUDY"
    query.StudyInstanceUID = study_uid
    return query


def _classes(pynetdicom) -> list[str]:
    """Kinds of objects that are taken, those of planning first."""
    others = (str(context.abstract_syntax) for context in pynetdicom.StoragePresentationContexts)
    return list(dict.fromkeys([*_CLASSES, *others]))


def _machines(address: DimseAddress) -> set[str]:
    """The network addresses an archive's name stands for; none where it cannot be looked up."""
    try:
        return {str(found[4][0]) for found in socket.getaddrinfo(address.host, address.port)}
    except OSError:
        return set()


class _Received:
    """Objects as they come in; what is not asked for or too much is refused and remembered.

    Parameters
    ----------
    address : DimseAddress
        Of the archive.
    asked_by : str, optional
        Name of this side, where objects come to a port that anyone could find (C-MOVE): each must name it as
        the one who asked.
    machines : set of str
        Network addresses from which objects are taken then.
    """

    def __init__(self, address: DimseAddress, asked_by: str = "", machines: frozenset | set = frozenset()):
        self.files: dict[str, bytes] = {}
        self.trouble: BadInput | None = None
        self._address, self._asked_by, self._machines = address, asked_by, set(machines)
        self._allowance = Allowance(address_text(address), MOST_STUDY_BYTES)

    def keep(self, event) -> int:
        """Take one object; the status to answer."""
        if not self._is_expected(event):
            return _NOT_AUTHORISED
        uid, content = str(event.request.AffectedSOPInstanceUID), event.encoded_dataset()
        try:
            self._allowance.take(len(content), 1)
            add_arrived(self.files, uid, content, address_text(self._address))
        except BadInput as error:
            self.trouble = error
            return _REFUSED
        return 0x0000

    def _is_expected(self, event) -> bool:
        if not self._asked_by:
            return True
        # Whose question it answers: this side's name by the standard; some archives put their own, or none.
        asked = str(event.request.MoveOriginatorApplicationEntityTitle or "").strip()
        known = not self._machines or event.assoc.requestor.address in self._machines
        return known and asked in ("", self._asked_by, self._address.ae)


def _run(responses, address: DimseAddress, received: _Received) -> None:
    """Follow a C-GET or C-MOVE to its end; failed parts are a failure of the whole."""
    for status, _ in responses:
        if received.trouble is not None:
            raise received.trouble
        _check(status, address, "the study")
        failed = status.get("NumberOfFailedSuboperations") or 0
        if status.Status not in _PENDING and failed:
            raise BadInput(
                f"{failed} objects of the study could not be handed over",
                where=address_text(address),
                remedy="ask who runs the archive; perhaps it holds kinds of objects that are not taken here",
            )
    if received.trouble is not None:
        raise received.trouble


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
        except BaseException:
            # To take leave in good order would be to wait for all that the archive has still to say.
            association.abort()
            raise
        if association.is_established:
            association.release()


@contextmanager
def _quiet() -> Iterator[None]:
    """The library logs what it also reports; its lines may hold identifiers and belong on no screen.

    Nor do warnings of values that break a rule of their type: what depends on a value is checked here.
    """
    logger = logging.getLogger("pynetdicom")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(before)
