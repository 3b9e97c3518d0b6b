"""What drawn contours mean: clean outlines, copies, other readings."""
