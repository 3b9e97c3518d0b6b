"""DICOMweb: STOW-RS, QIDO-RS, WADO-RS."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pydicom import Dataset

from tps.dicom.pacs import Study, WebAddress, address_text, load_extra, to_bytes
from tps.errors import BadInput, OutputRefused

# Seconds to wait for a connection and for the next piece of an answer.
TIMEOUT_S = (10, 120)

# Objects in one request: a refusal then names a short list, and a server's limit on the length is not met.
PORTION = 20

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
        failed = len(answer.get("FailedSOPSequence") or [])
        if failed:
            code = answer.FailedSOPSequence[0].get("FailureReason", 0)
            raise OutputRefused(
                f"{address_text(address)}: {failed} objects were refused (reason 0x{code:04X})\n"
                "Remedy: ask who runs the archive"
            )
    return len(datasets)


def search(study_uid: str, address: WebAddress) -> Study:
    """QIDO-RS for a study; raises ``BadInput`` if there is none."""
    with _client(address) as client:
        answers = client.search_for_studies(
            search_filters={"StudyInstanceUID": study_uid}, fields=["NumberOfStudyRelatedInstances"]
        )
    if not answers:
        raise BadInput(
            f"no study {study_uid}",
            where=address_text(address),
            remedy="check the Study Instance UID (`tps inspect` shows it)",
        )
    values = answers[0].get(_NUMBER_OF_INSTANCES, {}).get("Value") or [None]
    return Study(study_uid, None if values[0] in (None, "") else int(values[0]))


def retrieve(study_uid: str, address: WebAddress) -> dict[str, bytes]:
    """WADO-RS for a study, each object as it is stored: SOP Instance UID to the bytes of the file."""
    with _client(address) as client:
        return {
            str(dataset.SOPInstanceUID): to_bytes(dataset)
            for dataset in client.iter_study(study_uid, media_types=(("application/dicom", "*"),))
        }


@contextmanager
def _client(address: WebAddress) -> Iterator:
    """A DICOMweb client; what goes wrong while it is used becomes one ``BadInput``."""
    requests = load_extra("requests")
    with requests.Session() as session:
        client = load_extra("dicomweb_client.api").DICOMwebClient(
            address.url, session=session, timeout=TIMEOUT_S
        )
        client.set_http_retry_params(retry=False)
        try:
            yield client
        except requests.exceptions.HTTPError as error:
            code = error.response.status_code if error.response is not None else "unknown"
            raise BadInput(
                f"the server answers with status {code}",
                where=address_text(address),
                remedy="check the address (the root of the DICOMweb service) and, for 401, ~/.netrc",
            ) from error
        except requests.exceptions.RequestException as error:
            raise BadInput(
                f"the server cannot be reached ({type(error).__name__})",
                where=address_text(address),
                remedy="check the address and the network",
            ) from error
        except (ValueError, KeyError) as error:
            raise BadInput(
                "the answer is not DICOMweb", where=address_text(address), remedy="check the address"
            ) from error
