"""How few seeds and needles could do: proven lower bounds."""
