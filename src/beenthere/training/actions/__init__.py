"""What happens in the database of trainings: proposing, reading, importing, merging, covering."""

from beenthere.training.actions.cover import end_cover, tick_cover

__all__ = ["end_cover", "tick_cover"]
