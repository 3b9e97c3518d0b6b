"""The documentation as a site: pages of docs/, an API reference from docstrings, examples that were run."""
