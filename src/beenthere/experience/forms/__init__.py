"""What people may type about themselves."""

from beenthere.experience.forms.about import FORMS, ChooseForm, PartForm, WordForm
from beenthere.experience.forms.strengths import (
    STEPS,
    AnswerForm,
    AskForm,
    FindForm,
    KeepForm,
    MomentForm,
    OnAboutForm,
    StrengthForm,
)

__all__ = [
    "FORMS",
    "STEPS",
    "AnswerForm",
    "AskForm",
    "ChooseForm",
    "FindForm",
    "KeepForm",
    "MomentForm",
    "OnAboutForm",
    "PartForm",
    "StrengthForm",
    "WordForm",
]
