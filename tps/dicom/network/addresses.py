"""Where an archive is and what this side calls itself: addresses as a user types them."""

import re
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

from tps.errors import BadInput, WrongUsage

_EXPECTED = "AE@host:port, such as PACS@10.0.0.5:104, or a DICOMweb address, such as https://pacs/dicom-web"


_AE = r"[^@\\\s][^@\\]{0,14}[^@\\\s]|[^@\\\s]"


_DIMSE = re.compile(rf"(?P<ae>{_AE})@(?P<host>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:]+\]):(?P<port>\d{{1,5}})")


@dataclass(frozen=True)
class DimseAddress:
    """An application entity in the network."""

    ae: str
    host: str
    port: int


@dataclass(frozen=True)
class WebAddress:
    """The root of a DICOMweb service."""

    url: str


Address = DimseAddress | WebAddress


def parse_address(text: str, option: str) -> Address:
    """Read an address.

    Raises
    ------
    WrongUsage
        If it is neither ``AE@host:port`` nor a web address.
    """
    if re.fullmatch(r"https?://[^\s/?#]+[^\s]*", text):
        return WebAddress(text.rstrip("/"))
    found = _DIMSE.fullmatch(text)
    if not found or not 0 < int(found["port"]) < 65536:
        raise WrongUsage(f"{option}: cannot read {text!r}\nExpected: {_EXPECTED}")
    return DimseAddress(found["ae"], found["host"].strip("[]"), int(found["port"]))


def check_ae(text: str, option: str) -> str:
    """``text`` if it can name an application entity; raises ``WrongUsage`` otherwise."""
    if not re.fullmatch(_AE, text):
        raise WrongUsage(f"{option}: {text!r} is not a name of 1 to 16 characters without @ and backslash")
    return text


def load_extra(module: str) -> ModuleType:
    """A module of the optional part ``pacs``.

    Raises
    ------
    BadInput
        If it is not installed, with how to install it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise BadInput(
            f"talking to a PACS needs {module.partition('.')[0]}, which is not installed",
            remedy="pip install 'seedwright[pacs]'",
        ) from error


def address_text(address: Address) -> str:
    """For messages, without any password in it."""
    if isinstance(address, DimseAddress):
        return f"{address.ae}@{address.host}:{address.port}"
    return re.sub(r"//[^/@]*@", "//", address.url)
