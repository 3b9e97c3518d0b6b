"""A CT series: which images belong together, where they lie, and their Hounsfield units."""
