"""What a person plans and keeps for the way there; theirs alone, sealed with their key."""

from beenthere.plans.models.applications import Application, FollowUp, Stages
from beenthere.plans.models.measures import SHARED_MEASURE, Measure, MeasureAnswer, Rhythm
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
from beenthere.plans.models.resume import Dates, FactKind, Order, Resume, ResumeAbout, ResumeFact, Tongue
from beenthere.plans.models.sheets import Sheet, SheetKind
from beenthere.plans.models.variants import MOST_VARIANTS, MoneyNow, Variant

__all__ = [
    "MOST_VARIANTS",
    "SHARED",
    "SHARED_MEASURE",
    "Application",
    "ChosenSupport",
    "Dates",
    "FactKind",
    "FollowUp",
    "Measure",
    "MeasureAnswer",
    "MoneyNow",
    "Order",
    "OwnedQuerySet",
    "Pace",
    "Path",
    "Plan",
    "Rating",
    "Resume",
    "ResumeAbout",
    "ResumeFact",
    "Rhythm",
    "Sheet",
    "SheetKind",
    "Stages",
    "State",
    "Step",
    "Suggestion",
    "Tongue",
    "Variant",
]
