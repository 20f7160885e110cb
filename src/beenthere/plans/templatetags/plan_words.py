"""Days and amounts as people say them."""

import datetime as dt

from django import template
from django.utils import formats
from django.utils.translation import get_language

from beenthere.core import clock, money
from beenthere.core.lists import and_list
from beenthere.experience.models import Strength
from beenthere.plans import reads

register = template.Library()
register.filter(and_list)
register.filter(money.dollars)
register.filter(money.exact)


@register.filter
def day(value: dt.date) -> str:
    """A day without its year as long as the year is this one: “1 March”, “1er mars”."""
    french = get_language() == "fr"
    number = "1er" if french and value.day == 1 else str(value.day)
    year = "" if value.year == clock.today().year else f" {value.year}"
    return number + money.NO_BREAK + formats.date_format(value, "F") + year


@register.filter
def hours(value: float) -> str:
    """Hours as a number in the reader's language: “7.5”, “7,5”."""
    return formats.number_format(int(value) if value == int(value) else value)


@register.simple_tag
def resume_stand(strength: Strength) -> reads.Stand:
    """Where on its owner's résumés a strength stands."""
    return reads.stand_on_resumes(strength.person, [strength])[0]
