"""The learner's parameters as a group of deck options in Anki."""

from typing import Any

from ...memory.parameters import Parameters
from ..identity import guid, note_id
from .carrying import STEP_MINUTES


def preset(parameters: Parameters, shipped: dict[str, Any]) -> dict[str, Any]:
    """Made from the default options. Other parameters are another preset: Anki never changes one it knows."""
    once = {"delays": [STEP_MINUTES]}
    return {
        **shipped,
        "id": note_id(guid("", f"preset:{parameters.id}")),
        "name": f"zhu-quiz {parameters.desired_retention:.0%} {parameters.id}",
        "new": {**shipped["new"], **once, "bury": True},
        "lapse": {**shipped["lapse"], **once, "leechAction": 1},
        "rev": {**shipped["rev"], "maxIvl": parameters.maximum_interval, "perDay": 9999},
        "fsrsParams6": list(parameters.weights),
        "desiredRetention": parameters.desired_retention,
        "sm2Retention": 0.9,
        "easyDaysPercentages": [1.0] * 7,
    }
