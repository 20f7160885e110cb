"""Dollars and cents as people write them."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def an_hour(amount: Decimal | None) -> str:
    """An amount for an hour in the language of the page, or that it is not known."""
    if amount is None:
        return _("not known")
    return _("$%(amount)s") % {"amount": number_format(amount, 2)}
