"""What may be typed in the library."""

from beenthere.library.forms.media import MEDIUM_FORMS, MOST_BYTES, MediumForm
from beenthere.library.forms.words import (
    FORMS,
    AnswerForm,
    ReaderForm,
    TranslationForm,
    WishesForm,
    WorryForm,
    WritingForm,
)

__all__ = [
    "FORMS",
    "MEDIUM_FORMS",
    "MOST_BYTES",
    "AnswerForm",
    "MediumForm",
    "ReaderForm",
    "TranslationForm",
    "WishesForm",
    "WorryForm",
    "WritingForm",
]
