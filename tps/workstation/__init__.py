"""The browser workstation: a server on this machine's loopback address that shows, edits and signs a plan.

The page sends what somebody wants ("seed 14 to 23 mm from the tip"); dose, figures and rules are computed
here, by the same engine, evaluation and rules as everywhere else.
"""
