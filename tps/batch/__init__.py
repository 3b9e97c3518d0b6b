"""Many plans: dose again with today's engine and data, or planned, on one machine or a Dask cluster."""
