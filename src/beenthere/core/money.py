"""Amounts of money in the reader's language."""

from django.utils.translation import get_language

NO_BREAK = "\u00a0"


def dollars(value: int) -> str:
    """Whole dollars: “$1,200”, “1 200 $”."""
    return _signed(f"{value:,}")


def exact(cents: int) -> str:
    """Dollars, with cents only where there are some: “$1,200”, “$19,339.74”."""
    whole, part = divmod(cents, 100)
    return _signed(f"{whole:,}.{part:02}" if part else f"{whole:,}")


def _signed(digits: str) -> str:
    if (get_language() or "en").startswith("fr"):
        return digits.replace(",", NO_BREAK).replace(".", ",") + NO_BREAK + "$"
    return f"-${digits[1:]}" if digits.startswith("-") else f"${digits}"
