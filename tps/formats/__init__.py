"""Our own files, both ways: how text, tables and numbers are read and written safely."""
