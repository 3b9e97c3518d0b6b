"""What the CT shows: body, table, bone, lung, contrast, and regions that nobody contoured."""
