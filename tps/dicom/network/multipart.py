"""The parts of a web answer that holds several objects (RFC 2046, 5.1), each exactly as it was sent."""

from collections.abc import Iterable, Iterator
from email.message import Message

from tps.dicom.file.file_source import MAX_FILE_BYTES
from tps.errors import BadInput


def parts(pieces: Iterable[bytes], content_type: str, where: str) -> Iterator[bytes]:
    """Contents of the parts, one by one, as the pieces of the answer come in.

    Parameters
    ----------
    pieces : iterable of bytes
        The body of the answer, cut anywhere.
    content_type : str
        What the answer states of itself.
    where : str
        Who sent it, for messages.

    Raises
    ------
    BadInput
        If it is not made of parts, a part is longer than any object can be, or the answer ends before it says
        so: what is missing could be an object.
    """
    delimiter = b"\r\n--" + _boundary(content_type, where)
    data, search, inside = bytearray(b"\r\n"), 0, False
    for piece in pieces:
        data += piece
        # Two more bytes tell whether a delimiter is the last one.
        while 0 <= (at := data.find(delimiter, search)) <= len(data) - len(delimiter) - 2:
            if inside:
                yield _content(bytes(data[:at]), where)
            inside = True
            is_last = data[at + len(delimiter) :].startswith(b"--")
            del data[: at + len(delimiter)]
            search = 0
            if is_last:
                return
        search = at if at >= 0 else max(0, len(data) - len(delimiter))
        if len(data) > MAX_FILE_BYTES:
            raise BadInput(
                f"an object of the answer is longer than {MAX_FILE_BYTES / 1e6:.0f} MB",
                where=where,
                expected="an answer that ends",
                remedy="ask who runs the archive",
            )
    raise BadInput(
        "the answer breaks off",
        where=where,
        expected="all objects of the study: a missing slice would falsify the scan",
        remedy="fetch it again; if that does not help, ask who runs the archive",
    )


def _boundary(content_type: str, where: str) -> bytes:
    message = Message()
    message["Content-Type"] = content_type.replace("\r", " ").replace("\n", " ")
    boundary = message.get_boundary()
    if message.get_content_maintype() != "multipart" or not boundary:
        raise BadInput(
            f"the answer is not DICOMweb (it is {content_type[:60] or 'of no stated type'!r})",
            where=where,
            expected="objects as the parts of one answer (multipart/related)",
            remedy="check the address",
        )
    return boundary.encode()


def _content(part: bytes, where: str) -> bytes:
    """What follows the headers of a part."""
    _, blank_line, content = part.partition(b"\r\n\r\n")
    if not blank_line:
        raise BadInput("a part of the answer has no content", where=where, remedy="ask who runs the archive")
    return content
