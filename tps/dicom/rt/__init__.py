"""The RT objects, read and written: structure sets, plans of seeds, doses."""
