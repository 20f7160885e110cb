"""The services as lists of them need them: narrowed down, one page read, and as ready cards."""

from collections.abc import Iterable, Mapping, Sequence

from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from beenthere.core import reach
from beenthere.core.kept import kept
from beenthere.core.narrowing import Line, Narrowed, Near, Option, narrow
from beenthere.directory import choosing_services as choosing
from beenthere.directory.findable_services import KIND
from beenthere.directory.models import Service
from beenthere.directory.shown_services import complete, language_of_name, name_of, shown, what_for, where

FIRM = ("standing", "open")


def matching(typed: Mapping[str, str]) -> Narrowed:
    """Narrow the services down by what stands in an address."""
    given = reach.asked(KIND, typed.get("near", ""))
    return narrow(KIND, typed.get("q", "").strip(), choosing.facets(given), choosing.choices(typed, given), FIRM)


def doors(narrowed: Narrowed) -> list[Option]:
    """The needs from which one may start, with how much there is, as long as nothing was asked for."""
    if narrowed.query or set(narrowed.picked) - {"standing"}:
        return []
    needs = next(choice for choice in narrowed.choices if choice.facet.name == "need")
    return [option for option in needs.options if option.code != choosing.NOT_SAID]


def lines(narrowed: Narrowed, page: Sequence[Line]) -> list[tuple[str, list[str]]]:
    """Give the cards of a page, each with why it is there."""
    why = {line.key: narrowed.why(line) for line in page}
    return [(card(service), why[service.slug]) for service in in_order(why)]


def nearest(narrowed: Narrowed) -> list[tuple[str, list[str]]]:
    """Give the cards of what misses only a choice or two, each with what it has instead."""
    misses = {near.key: _missed(near) for near in narrowed.nearest()}
    return [(card(service), misses[service.slug]) for service in in_order(misses)]


def _missed(near: Near) -> list[str]:
    words = [_("It lacks some of your words.")] if near.lacks_words else []
    pair = _("%(choice)s: %(instead)s")
    told = [(choice, ", ".join(instead) or _("something else")) for choice, instead in near.misses]
    return words + [pair % {"choice": choice, "instead": instead} for choice, instead in told]


def in_order(slugs: Iterable[str]) -> list[Service]:
    """Read these services; one that has just gone is left out."""
    wanted = list(slugs)
    rows = {row.slug: row for row in complete(Service.objects.public()).filter(slug__in=wanted)}
    return [rows[slug] for slug in wanted if slug in rows]


def card(service: Service) -> str:
    """Give the service as a card of a list. It is the same for everybody, so it is made once for each change."""
    return _card(_Unchanged(service), get_language() or "en")


class _Unchanged:
    """A service as it is now: the same only as long as nothing in it changes."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.name = (service.pk, service.changed_at, service.checked_on, service.confirmed_on)

    def __hash__(self) -> int:
        return hash(self.name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Unchanged) and self.name == other.name


@kept(seconds=600)
def _card(unchanged: _Unchanged, language: str) -> str:
    service = unchanged.service
    told = shown(service)
    phones = [*told.phones, *(phone for place in told.places for phone in place.phones)]
    words = {
        "service": service,
        "name": name_of(service),
        "name_language": language_of_name(service),
        "in_language": _other(language_of_name(service), language),
        "line": [what_for(service), where(service)],
        "phone": next(iter(phones), None),
        "facts": [fact for fact in told.facts if fact[0] in {_("What it costs"), _("Languages"), _("For whom")}],
    }
    return render_to_string("directory/service_card.html", words)


def _other(language: str, here: str) -> str:
    if language == here:
        return ""
    return _("in French") if language == "fr" else _("in English")
