"""Approaches to a target of a little patient."""

from little_patients import ball_target

from tps.access.approach import find_approaches
from tps.access.obstacles import find_obstacles
from tps.model import Protocol
from tps.model.steering import Steering

PROTOCOL = Protocol(axial_step_deg=30.0, tilt_step_deg=20.0, max_tilt_deg=20.0)


def look(sketch, target=None, protocol=PROTOCOL, avoid=None, structures=(), position=None, **steering):
    target = target or ball_target(sketch.grid)
    case = sketch.case(target.structure, *structures)
    wishes = Steering(**steering)
    obstacles = find_obstacles(case, [target], avoid or {}, protocol, (), position, wishes)
    return obstacles, target, find_approaches(obstacles, target, protocol)
