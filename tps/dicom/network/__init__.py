"""Archives: the classic DICOM network and DICOMweb."""
