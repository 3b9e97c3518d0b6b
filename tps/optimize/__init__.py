"""From a problem to a layout of needles and seeds."""

from tps.optimize.problem import DistanceField, Layout, OrganProblem, Problem, TargetProblem

__all__ = ["DistanceField", "Layout", "OrganProblem", "Problem", "TargetProblem"]
