"""Which files make an implant or a case."""
