"""The search over needles and seeds: annealing, gradient descent, and the objective's terms."""
