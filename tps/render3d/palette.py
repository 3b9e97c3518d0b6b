"""One set of colours for every picture, told apart by people with any kind of colour vision.

After M. Okabe and K. Ito, Color Universal Design (2008).  Every colour is backed by a second cue: line style,
line width or a label.
"""

TARGET = "#CC79A7"
ORGAN = "#56B4E9"
BONE = "#E8DCC0"
BODY = "#D9A58C"
NEEDLE = "#2B2B2B"
SEED = "#E69F00"
PRESCRIPTION = "#0072B2"

# Isodoses that are drawn, as fractions of the prescription: over a CT, and over white.
ISODOSES = (0.5, 0.9, 1.0, 1.5, 2.0)
ISODOSES_ON_CT = dict(zip(ISODOSES, ("#56B4E9", "#2FD0A5", "#F0E442", "#FFA31A", "#FF5A36"), strict=True))
ISODOSES_ON_WHITE = dict(zip(ISODOSES, ("#3f6fb5", "#2a9d8f", "#1b1b1b", "#e07b00", "#b3261e"), strict=True))

# Structures computed from the CT, in outlines on slices.
DERIVED = "#999999"

# Regions in the DVH, targets first.
SERIES = ("#CC79A7", "#0072B2", "#E69F00", "#009E73", "#56B4E9", "#D55E00", "#7A6A00", "#444444")
