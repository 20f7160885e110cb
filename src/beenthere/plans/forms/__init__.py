"""What may be typed into a plan: one file for each part of it."""

from beenthere.plans.forms.applications import ApplicationForm, FollowUpForm, PrintForm, StagesForm
from beenthere.plans.forms.measures import AnswersForm, MeasuresForm
from beenthere.plans.forms.plan import DreamForm, HoursForm, PathForm, ShareForm, StepForm, SuggestForm, SupportForm
from beenthere.plans.forms.resume import FactForm, LinesForm, ResumeAboutForm, ResumeForm, StrengthOnForm
from beenthere.plans.forms.resume_file import BringResumeForm, KeepForm
from beenthere.plans.forms.sheets import FORMS as SHEET_FORMS
from beenthere.plans.forms.variants import MoneyNowForm, VariantForm

__all__ = [
    "SHEET_FORMS",
    "AnswersForm",
    "ApplicationForm",
    "BringResumeForm",
    "DreamForm",
    "FactForm",
    "FollowUpForm",
    "HoursForm",
    "KeepForm",
    "LinesForm",
    "MeasuresForm",
    "MoneyNowForm",
    "PathForm",
    "PrintForm",
    "ResumeAboutForm",
    "ResumeForm",
    "ShareForm",
    "StagesForm",
    "StepForm",
    "StrengthOnForm",
    "SuggestForm",
    "SupportForm",
    "VariantForm",
]
