"""What a person plans and keeps for the way there; theirs alone, sealed with their key."""

from beenthere.plans.models.plan import (
    SHARED,
    ChosenSupport,
    OwnedQuerySet,
    Pace,
    Path,
    Plan,
    Rating,
    State,
    Step,
    Suggestion,
)

__all__ = ["SHARED", "ChosenSupport", "OwnedQuerySet", "Pace", "Path", "Plan", "Rating", "State", "Step", "Suggestion"]
