"""What may be typed into a plan: one file for each part of it."""

from beenthere.plans.forms.measures import AnswersForm, MeasuresForm
from beenthere.plans.forms.plan import DreamForm, HoursForm, PathForm, ShareForm, StepForm, SuggestForm, SupportForm
from beenthere.plans.forms.sheets import FORMS as SHEET_FORMS

__all__ = [
    "SHEET_FORMS",
    "AnswersForm",
    "DreamForm",
    "HoursForm",
    "MeasuresForm",
    "PathForm",
    "ShareForm",
    "StepForm",
    "SuggestForm",
    "SupportForm",
]
