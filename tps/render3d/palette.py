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

# Structures computed from the CT, in outlines on slices.
DERIVED = "#999999"

# Regions in the DVH, targets first.
SERIES = ("#CC79A7", "#0072B2", "#E69F00", "#009E73", "#56B4E9", "#D55E00", "#7A6A00", "#444444")
