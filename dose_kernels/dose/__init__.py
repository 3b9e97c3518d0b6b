"""Dose of seeds: exact, tabulated, at points, on grids, per candidate."""
