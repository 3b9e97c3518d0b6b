"""New identifiers, all under one root, made from what they name.

Root ``2.25`` (PS3.5 annex B.2): a UUID written as a decimal number, so nobody has to be asked for a root.
The UUID is computed from the content (``uuid5`` over a SHA-256), never drawn by chance: two objects get the
same UID exactly if they hold the same values, their creation time included.  With the creation time fixed
(``SOURCE_DATE_EPOCH``, see ``tps.dicom.rt.header.Stamp``) a run can be repeated to the last byte.
"""

import hashlib
import uuid

ROOT = "2.25"

# Keeps this project's identifiers apart from those of anyone else who hashes the same words.
_NAMESPACE = uuid.UUID("7d0e5a1c-6a0b-5c1e-9a3f-5eed5eed5eed")


def uid_of(*parts: str | bytes) -> str:
    """A UID that depends on all ``parts`` and their order, at most 44 characters."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return f"{ROOT}.{uuid.uuid5(_NAMESPACE, digest.hexdigest()).int}"
