"""Cards beside something else: on pages of opportunities by the subject alone, on one's own pages as one wishes."""

from collections.abc import Collection
from typing import Any

from django import template
from django.template import Context

from beenthere.library import reads

register = template.Library()


@register.inclusion_tag("library/beside.html")
def cards_beside(where: str, key: str = "", needs: Collection[tuple[str, object]] = ()) -> dict[str, Any]:
    """For a page that knows its subject and no person."""
    return {
        "cards": reads.beside(where, key, [code for code, _label in needs]),
        "subject": where if key else "",
        "key": key,
    }


@register.inclusion_tag("library/beside.html", takes_context=True)
def cards_offered(context: Context, where: str) -> dict[str, Any]:
    """For a page of one’s own."""
    return {"cards": reads.offered_to(context["user"], where), "mine": True}
