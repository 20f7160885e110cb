"""What may be typed into a plan: one file for each part of it."""

from beenthere.plans.forms.plan import DreamForm, HoursForm, PathForm, ShareForm, StepForm, SuggestForm, SupportForm

__all__ = ["DreamForm", "HoursForm", "PathForm", "ShareForm", "StepForm", "SuggestForm", "SupportForm"]
