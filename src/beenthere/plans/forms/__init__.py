"""What may be typed into a plan: one file for each part of it."""

from beenthere.plans.forms.measures import AnswersForm, MeasuresForm
from beenthere.plans.forms.plan import DreamForm, HoursForm, PathForm, ShareForm, StepForm, SuggestForm, SupportForm
from beenthere.plans.forms.resume import FactForm, LinesForm, ResumeAboutForm, ResumeForm, StrengthOnForm
from beenthere.plans.forms.resume_file import BringResumeForm, KeepForm
from beenthere.plans.forms.sheets import FORMS as SHEET_FORMS
from beenthere.plans.forms.variants import MoneyNowForm, VariantForm

__all__ = [
    "SHEET_FORMS",
    "AnswersForm",
    "BringResumeForm",
    "DreamForm",
    "FactForm",
    "HoursForm",
    "KeepForm",
    "LinesForm",
    "MeasuresForm",
    "MoneyNowForm",
    "PathForm",
    "ResumeAboutForm",
    "ResumeForm",
    "ShareForm",
    "StepForm",
    "StrengthOnForm",
    "SuggestForm",
    "SupportForm",
    "VariantForm",
]
