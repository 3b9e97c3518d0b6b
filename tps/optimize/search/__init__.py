"""The search for a layout, from the approaches worth searching to the last refinement."""
