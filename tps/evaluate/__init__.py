"""What a plan gives: the only DVH of the project, metrics, limits, comparisons."""

from tps.evaluate.dvh import Dvh
from tps.evaluate.evaluate import evaluate_implant, evaluate_plan
from tps.evaluate.evaluation import Evaluation
from tps.evaluate.goals import GoalResult, check_limits, measure

__all__ = ["Dvh", "Evaluation", "GoalResult", "check_limits", "evaluate_implant", "evaluate_plan", "measure"]
