"""By what one may narrow the trainings down."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from beenthere.core.narrowing import Facet
from beenthere.core.places import PROVINCES, provinces_by_name
from beenthere.training import reading
from beenthere.training.models import Standing, Training

NOW = "now"


def facets() -> list[Facet[Training]]:
    """Give the choices with their labels in the language of the page."""
    not_said = {reading.NOT_SAID: _("the source does not say")}
    return [
        Facet("province", _("Where"), _("anywhere in Canada"), _provinces, _province_names()),
        Facet("language", _("In which language"), _("any language"), _languages, _language_names() | not_said),
        Facet("delivery", _("How"), _("any way"), _deliveries, _delivery_names() | not_said),
        Facet("audience", _("For whom"), _("anybody"), _audiences, _audience_names() | not_said),
        Facet("standing", _("Still offered?"), _("all, also what is over"), _standings, _standing_names()),
    ]


def asked(typed: Mapping[str, str]) -> dict[str, str]:
    """Unless somebody says otherwise, what is over stays out of the way."""
    return {"standing": NOW, **typed}


def _provinces(training: Training) -> tuple[str, ...]:
    """What is given in all of Canada is also given in each province."""
    return (*PROVINCES, reading.CANADA) if reading.CANADA in training.provinces else training.provinces


def _languages(training: Training) -> frozenset[str]:
    return reading.languages_in(training.languages)


def _deliveries(training: Training) -> frozenset[str]:
    return reading.deliveries_in(training.delivery)


def _audiences(training: Training) -> frozenset[str]:
    return reading.audiences_in(training.audience)


def _standings(training: Training) -> tuple[str, ...]:
    return (training.standing,) if training.is_over else (training.standing, NOW)


def _province_names() -> dict[str, str]:
    return {**{each.code: each.name for each in provinces_by_name()}, reading.CANADA: _("all of Canada")}


def _language_names() -> dict[str, str]:
    return {
        "en": pgettext("given in", "English"),
        "fr": pgettext("given in", "French"),
        "zh": pgettext("given in", "Mandarin"),
        "yue": pgettext("given in", "Cantonese"),
    }


def _delivery_names() -> dict[str, str]:
    return {"in-person": _("in person"), "online": _("online"), "reading": _("by reading, on your own")}


def _audience_names() -> dict[str, str]:
    return {
        "adults": _("adults"),
        "families": _("families and those close to somebody"),
        "youth": _("young people"),
        "students": _("students"),
        "women": _("women"),
        "indigenous": _("Indigenous people"),
        "newcomers": _("newcomers"),
        "lgbtq": _("2SLGBTQ+ people"),
        "substance": _("people who have lived with substance use"),
        "veterans": _("veterans"),
        "responders": _("first responders"),
        "rural": _("rural communities"),
        "workers": _("people who work as peers, and organisations"),
    }


def _standing_names() -> dict[str, str]:
    return {NOW: _("not over yet"), **{code: str(label) for code, label in Standing.choices}}
