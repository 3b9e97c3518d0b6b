"""Polygons, distances, voxels and rays."""
