"""The library as pages need it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import QuerySet, prefetch_related_objects
from django.urls import reverse

from beenthere.core.kept import kept
from beenthere.core.narrowing import Narrowed, narrow
from beenthere.directory.models import ListedOrganisation, Service
from beenthere.library import facets, illustrated
from beenthere.library.actions.trying import tried_token
from beenthere.library.findable import KIND
from beenthere.library.models import (
    NOTES,
    Card,
    CardKind,
    Reader,
    Reading,
    Subject,
    Tried,
    Wishes,
    Writing,
)
from beenthere.library.models.cards import OWN, PARTS, Worry
from beenthere.library.publishing import shown_name
from beenthere.library.rules import own_cards, reads_for_others
from beenthere.training.models import Training
from beenthere.work.models import Occupation

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from beenthere.people.models import Person

OFFERED = 3

# What is often in the way where these pages lead: the same for everybody, because the page knows only its subject.
BESIDE: dict[str, tuple[str, ...]] = {
    Subject.TRAINING: ("back-to-school", "confidence", "online-forms"),
    Subject.ORGANISATION: ("waiting", "among-people", "getting-there"),
    Subject.SERVICE: ("waiting", "housing", "money"),
    Subject.OCCUPATION: ("interviews", "break-in-resume", "telling-employer"),
    "request": ("waiting", "low-days", "confidence"),
    "money": ("earning-on-support", "income-support", "money"),
    "job": ("interviews", "adjustments", "telling-employer"),
    "learning": ("back-to-school", "low-days", "confidence"),
    "self_employment": ("own-business", "money", "confidence"),
    "own": ("confidence", "low-days", "among-people"),
}
# By what a service is for; the codes are those of the directory.
BY_NEED: dict[str, tuple[str, ...]] = {
    "work": ("interviews", "back-to-work"),
    "learning": ("back-to-school", "online-forms"),
    "money": ("money", "income-support"),
    "food": ("money",),
    "housing": ("housing",),
    "transit": ("getting-there", "far-away"),
    "mental-health": ("low-days", "among-people"),
    "substance": ("sober",),
    "peers": ("among-people", "confidence"),
    "care": ("children", "caring"),
    "legal": ("treated-unfairly",),
}


def matching(typed: Mapping[str, str]) -> Narrowed:
    """Narrow the library down by what stands in an address."""
    return narrow(KIND, typed.get("q", "").strip(), facets.facets(), typed)


def in_order(slugs: Sequence[str]) -> list[Card]:
    """The cards of these addresses, in the same order."""
    found = {card.slug: card for card in Card.objects.public().filter(slug__in=slugs)}
    return [found[slug] for slug in slugs if slug in found]


@dataclass(frozen=True)
class Listed:
    """A card in a list, with its smallest picture if it has one that may be shown unasked."""

    card: Card
    picture: illustrated.Shown | None


def listed(slugs: Sequence[str], words_only: bool) -> list[Listed]:
    """The cards of a page of the list."""
    cards = in_order(slugs)
    prefetch_related_objects(cards, "files")
    return [Listed(card, illustrated.in_a_list(card, words_only)) for card in cards]


def surprise(hidden: Collection[str], drawn: int) -> Card | None:
    """Any card without a content note, but for what somebody would rather not see."""
    free = [each.slug for each in _free() if each.challenge not in hidden]
    return next(iter(in_order([free[drawn % len(free)]])), None) if free else None


@dataclass(frozen=True)
class Free:
    """What is remembered of a card that may be offered unasked: never its words, which may be taken back."""

    slug: str
    kind: str
    challenge: str
    subject: str
    subject_key: str


@kept(seconds=60)
def _free() -> list[Free]:
    """Every card that may be offered without being asked for: none with a content note."""
    return [
        Free(card.slug, card.kind, card.challenge, card.subject, card.subject_key)
        for card in Card.objects.filter(out_of_sight=False).order_by("slug")
        if not card.notes
    ]


def beside(where: str, key: str = "", needs: Collection[str] = ()) -> list[Card]:
    """Cards for a page by its subject alone: first those about this very subject, then one each of what often helps."""
    cards = _free()
    about = [card.slug for card in cards if key and (card.subject, card.subject_key) == (where, key)]
    others = [_one_about(cards, challenge, key) for challenge in _challenges(where, needs)]
    return in_order(list(dict.fromkeys(filter(None, [*about, *others])))[:OFFERED])


def _challenges(where: str, needs: Collection[str]) -> list[str]:
    """What a page has to do with: one of each need first, then more of them, then what often helps there."""
    by_need = [BY_NEED[need] for need in needs if need in BY_NEED]
    in_turn = [one for some in zip_longest(*by_need) for one in some if one]
    return list(dict.fromkeys([*in_turn, *BESIDE.get(where, ())]))


def offered_to(person: "Person", where: str) -> list[Card]:
    """The same on a person’s own page, but for what they would rather not see; nothing if they want no offers."""
    wishes = wishes_of(person)
    if wishes.no_offers:
        return []
    return [card for card in beside(where) if card.challenge not in (wishes.hidden or [])]


def _one_about(cards: Iterable[Free], challenge: str, key: str) -> str:
    """One card about something; the next page shows another, the same page always the same."""
    fitting = [card.slug for card in cards if card.challenge == challenge and card.kind == CardKind.CARD]
    return fitting[sum(key.encode()) % len(fitting)] if fitting else ""


def wishes_of(person: "Person | AnonymousUser") -> Wishes:
    """What somebody would rather not see; nothing is written by asking."""
    found = Wishes.objects.visible_to(person).first() if person.is_authenticated else None
    return found or Wishes(hidden=[])


def own_saying(person: "Person | AnonymousUser", card: Card) -> str:
    """What this person said of a card, for their own page."""
    if not person.is_authenticated:
        return ""
    found = Tried.objects.visible_to(person).filter(token=tried_token(person.pk, card.pk)).first()
    return str((found.said or {}).get("what", "")) if found else ""


def counts(card: Card) -> list[tuple[str, int]]:
    """How many said what by the first of this month, in fives; nothing before five people said something."""
    return [(str(each.label), card.counted.get(each, 0)) for each in card.sayings] if card.counted else []


def hidden_slugs(hidden: Collection[str]) -> set[str]:
    """The addresses of what somebody would rather not see."""
    notes = {code.removeprefix("note:") for code in hidden if code.startswith("note:")}
    rows = Card.objects.filter(out_of_sight=False).values_list("slug", "challenge", "notes") if hidden else []
    return {slug for slug, challenge, noted in rows if challenge in hidden or notes & set(noted)}


@dataclass(frozen=True)
class About:
    """The training, organisation or kind of work that a card is about."""

    name: str
    address: str


def about(subject: str, key: str) -> About | None:
    """Name what a card is about, if it is still here."""
    rows: dict[str, QuerySet[Any]] = {
        Subject.TRAINING: Training.objects.public().filter(slug=key),
        Subject.ORGANISATION: ListedOrganisation.objects.public().filter(slug=key),
        Subject.SERVICE: Service.objects.public().filter(slug=key),
        Subject.OCCUPATION: Occupation.objects.public().filter(noc=key),
    }
    found = rows[subject].first() if subject in rows else None
    if found is None:
        return None
    return About(
        str(found), reverse("work:page", args=[key]) if subject == Subject.OCCUPATION else found.get_absolute_url()
    )


# What belongs to a writer or a reader


@dataclass(frozen=True)
class Shown:
    """A piece as readers see it before it is public."""

    title: str
    challenge: str
    notes: list[str]
    name: str
    language: str
    parts: list[tuple[str, str]]


def as_readers_see(writing: Writing) -> Shown:
    """Just what will be public, and nothing of who wrote it but the name that they chose for it."""
    words = writing.words or {}
    parts = [(str(OWN[part]), str(words[part])) for part in PARTS if words.get(part)]
    notes = [str(NOTES[code]) for code in words.get("notes", []) if code in NOTES]
    return Shown(writing.title, writing.challenge, notes, shown_name(writing), writing.language, parts)


@dataclass(frozen=True)
class Written:
    """One piece on its writer’s own page."""

    writing: Writing
    answers: list[Reading]
    address: str


def written_by(person: "Person") -> list[Written]:
    """Everything that a person wrote, with what readers answered and where it is public."""
    writings = sorted(Writing.objects.visible_to(person), key=lambda each: each.title.casefold())
    answered = Reading.objects.filter(writing__in=writings).filter(words__isnull=False).select_related("writing")
    answers: dict[UUID, list[Reading]] = defaultdict(list)
    for reading in answered:
        answers[reading.writing_id].append(reading)
    public = {str(card.pk): card for card in Card.objects.filter(pk__in=[w.card for w in writings if w.card])}
    return [
        Written(each, answers[each.pk], public[each.card].get_absolute_url() if each.card in public else "")
        for each in writings
    ]


def answers_to(writing: Writing) -> list[Reading]:
    """What readers wrote to its writer."""
    return list(Reading.objects.filter(writing=writing).filter(words__isnull=False).select_related("writing"))


def languages_of(person: "Person") -> list[str]:
    """In which languages somebody reads for others."""
    reader = Reader.objects.visible_to(person).first()
    return [code for code, reads in (("en", reader.english), ("fr", reader.french)) if reads] if reader else []


def waiting_for(person: "Person") -> list[Reading]:
    """What waits to be read by this person, the longest first."""
    rows = Reading.objects.visible_to(person).select_related("writing").order_by("asked_at")
    return list(rows) if reads_for_others(person) else []


def worried(person: "Person") -> list[Card]:
    """Cards that somebody worries about, for whoever reads for others; their own are for others to judge."""
    if not reads_for_others(person):
        return []
    others = Card.objects.public().exclude(pk__in=own_cards(person))
    return list(others.filter(worries__isnull=False).distinct().order_by("slug"))


def worries_about(card: Card) -> list[str]:
    """What people worry about, in words, each once."""
    return sorted({str(Worry(what).label) for what in card.worries.values_list("what", flat=True)})
