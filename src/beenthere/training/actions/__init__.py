"""What happens in the database of trainings: proposing, reading, importing, merging, covering."""

from beenthere.training.actions.cover import end_cover, tick_cover
from beenthere.training.actions.proposing import propose, take_back_by_code

__all__ = ["end_cover", "propose", "take_back_by_code", "tick_cover"]
