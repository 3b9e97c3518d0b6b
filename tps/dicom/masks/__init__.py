"""Masks and label maps, and the outlines they become."""
