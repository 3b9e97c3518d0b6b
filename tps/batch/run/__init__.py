"""The run of a batch: workers, journal, and the work on one item."""
