"""The whole path, read top to bottom: load a case, plan it, write it."""
