"""One DICOM file or archive, opened safely: bytes, framing, texts, values, pixels."""
