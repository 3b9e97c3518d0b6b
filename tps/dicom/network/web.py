"""DICOMweb: STOW-RS, QIDO-RS, WADO-RS."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pydicom import Dataset

from tps.dicom.network.addresses import WebAddress, address_text, load_extra
from tps.dicom.network.arrived import Study, add_arrived, arrived_uid
from tps.dicom.network.limits import (
    ANSWER_S,
    MOST_ANSWER_BYTES,
    MOST_OBJECTS,
    MOST_STUDY_BYTES,
    PIECE_BYTES,
    Allowance,
    LimitedBody,
)
from tps.dicom.network.multipart import parts
from tps.errors import BadInput, OutputRefused

# Seconds to wait for a connection and for the next piece of an answer.
TIMEOUT_S = (10, 120)

# Objects in one request: a refusal then names a short list, and a server's limit on the length is not met.
PORTION = 20

# Objects in whatever transfer syntax the archive holds them.
_AS_STORED = {"Accept": 'multipart/related; type="application/dicom"; transfer-syntax=*'}

_NO_DICOMWEB = "the answer is not DICOMweb"

_STUDY = "0020000D"
_NUMBER_OF_INSTANCES = "00201208"


def stow(datasets: Sequence[Dataset], address: WebAddress) -> int:
    """STOW-RS every object; returns how many.

    Raises
    ------
    OutputRefused
        If the server cannot be reached or refuses an object.
    """
    for begin in range(0, len(datasets), PORTION):
        portion = list(datasets[begin : begin + PORTION])
        try:
            with _client(address) as client:
                answer = client.store_instances(portion)
        except BadInput as error:
            raise OutputRefused(str(error)) from error
        _check_receipt(answer, portion, address)
    return len(datasets)


def _check_receipt(answer: Dataset, portion: Sequence[Dataset], address: WebAddress) -> None:
    """Raise ``OutputRefused`` unless the server says of every object that it is stored."""
    failed = answer.get("FailedSOPSequence") or []
    if len(failed):
        code = failed[0].get("FailureReason")
        reason = f" (reason 0x{int(code):04X})" if isinstance(code, int) else ""
        raise OutputRefused(
            f"{address_text(address)}: {len(failed)} objects were refused{reason}\n"
            "Remedy: ask who runs the archive"
        )
    stored = {
        str(item.get("ReferencedSOPInstanceUID", "")) for item in answer.get("ReferencedSOPSequence") or []
    }
    missing = sum(str(dataset.SOPInstanceUID) not in stored for dataset in portion)
    if missing:
        raise OutputRefused(
            f"{address_text(address)}: the server does not say that {missing} of {len(portion)} objects are"
            " stored\n"
            "Expected: a receipt that names each of them (STOW-RS)\n"
            "Remedy: check the address (the root of the DICOMweb service) and what the archive holds"
        )


def search(study_uid: str, address: WebAddress) -> Study:
    """QIDO-RS for a study; raises ``BadInput`` if there is none."""
    with _client(address) as client:
        answers = client.search_for_studies(
            search_filters={"StudyInstanceUID": study_uid}, fields=["NumberOfStudyRelatedInstances"]
        )
    if not isinstance(answers, list) or not all(isinstance(answer, dict) for answer in answers):
        raise BadInput(_NO_DICOMWEB, where=address_text(address), remedy="check the address")
    answers = [answer for answer in answers if _value(answer, _STUDY) == study_uid]
    if not answers:
        raise BadInput(
            f"no study {study_uid}",
            where=address_text(address),
            remedy="check the Study Instance UID (`tps inspect` shows it)",
        )
    return Study(study_uid, _count(answers[0]))


def _count(answer: dict) -> int | None:
    """The number of objects an answer states; None where it states none that can be."""
    try:
        count = int(_value(answer, _NUMBER_OF_INSTANCES))
    except (TypeError, ValueError):
        return None
    return count if 0 < count <= MOST_OBJECTS else None


def _value(answer: dict, tag: str):
    """The first value of an element; None where there is none."""
    try:
        return answer[tag]["Value"][0]
    except (LookupError, TypeError):
        return None


def retrieve(study_uid: str, address: WebAddress) -> dict[str, bytes]:
    """WADO-RS for a study, each object as it is stored: SOP Instance UID to the bytes of the file.

    Raises
    ------
    BadInput
        If the server cannot be reached, has no such study, or what it sends is cut short or no DICOM.
    """
    files: dict[str, bytes] = {}
    where = address_text(address)
    with _session(address, study=True) as session:
        url = f"{address.url}/studies/{study_uid}"
        with session.get(url, headers=_AS_STORED, stream=True, timeout=TIMEOUT_S) as response:
            response.raise_for_status()
            pieces = response.iter_content(PIECE_BYTES)
            for content in parts(pieces, response.headers.get("Content-Type", ""), where):
                add_arrived(files, arrived_uid(content, where), content, where)
    return files


def _limited_adapter(address: WebAddress, study: bool):
    """How answers are fetched: within limits of size and time."""
    adapters: Any = load_extra("requests.adapters")

    class LimitedAdapter(adapters.HTTPAdapter):
        def send(self, request, **more):
            response = super().send(request, **more)
            most, seconds = (MOST_STUDY_BYTES, None) if study else (MOST_ANSWER_BYTES, ANSWER_S)
            response.raw = LimitedBody(response.raw, Allowance(address_text(address), most, seconds))
            return response

    return LimitedAdapter()


@contextmanager
def _client(address: WebAddress) -> Iterator:
    """A DICOMweb client; what goes wrong while it is used becomes one ``BadInput``."""
    with _session(address, study=False) as session:
        client = load_extra("dicomweb_client.api").DICOMwebClient(
            address.url, session=session, timeout=TIMEOUT_S
        )
        client.set_http_retry_params(retry=False)
        yield client


@contextmanager
def _session(address: WebAddress, study: bool) -> Iterator:
    """Connections to one server; what goes wrong while they are used becomes one ``BadInput``.

    ``study`` tells that a whole study is fetched, which may be long.
    """
    requests = load_extra("requests")
    where = address_text(address)
    with requests.Session() as session:
        # A redirection would hand the patient's data to another machine than the one named.
        session.max_redirects = 0
        for scheme in ("http://", "https://"):
            session.mount(scheme, _limited_adapter(address, study))
        try:
            yield session
        except requests.exceptions.HTTPError as error:
            code = error.response.status_code if error.response is not None else "unknown"
            raise BadInput(
                f"the server answers with status {code}",
                where=where,
                remedy="check the address (the root of the DICOMweb service) and, for 401, ~/.netrc",
            ) from error
        except requests.exceptions.TooManyRedirects as error:
            target = error.response.headers.get("Location", "") if error.response is not None else ""
            raise BadInput(
                f"the server points to another address ({target[:200]!r})",
                where=where,
                expected="an archive that answers itself: patients' data go to no machine that was not named",
                remedy="name that address if it is right",
            ) from error
        except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError) as error:
            raise BadInput(
                "the answer breaks off or is damaged", where=where, remedy="try again; check the network"
            ) from error
        except requests.exceptions.JSONDecodeError as error:  # a request's failure too, in its library
            raise BadInput(_NO_DICOMWEB, where=where, remedy="check the address") from error
        except requests.exceptions.RequestException as error:
            raise BadInput(
                f"the server cannot be reached ({type(error).__name__})",
                where=where,
                remedy="check the address and the network",
            ) from error
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, SyntaxError) as error:
            raise BadInput(_NO_DICOMWEB, where=where, remedy="check the address") from error
