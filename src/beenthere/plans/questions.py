"""The questions that one may ask oneself, written for this project; and the words with which one answers."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

QUESTIONS: dict[str, Promise] = {
    "meaning": _("What I do these days means something to me."),
    "belonging": _("There is a place, or there are people, where I belong."),
    "belief": _("I trust that I can do what I set out to do."),
    "hope": _("I can imagine that good things lie ahead."),
}
# From 0 up. They are words and stay words: nothing is added up, and none of them is wrong.
ANSWERS: tuple[Promise, ...] = (
    pgettext_lazy("how much a sentence fits", "not today"),
    pgettext_lazy("how much a sentence fits", "a little"),
    pgettext_lazy("how much a sentence fits", "partly"),
    pgettext_lazy("how much a sentence fits", "mostly"),
    pgettext_lazy("how much a sentence fits", "very much"),
)
