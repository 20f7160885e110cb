"""A catalogue narrowed down by what people choose, with the number that each further choice would leave. Pure."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

T = TypeVar("T")
Values = Callable[[T], Collection[str]]


@dataclass(frozen=True)
class Facet(Generic[T]):
    """Something to choose by: its name in the address, its label, what a thing has of it, and what it may be."""

    name: str
    label: str
    everything: str
    values: Values[T]
    labels: Mapping[str, str]


@dataclass(frozen=True)
class Option:
    """One thing to choose, and how many would be left."""

    code: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Choice:
    """One facet as a page shows it."""

    name: str
    label: str
    everything: str
    options: list[Option]
    left_without: int
    address_without: str

    @property
    def chosen(self) -> Option | None:
        """The option chosen now."""
        return next((option for option in self.options if option.chosen), None)


@dataclass(frozen=True)
class Narrowed(Generic[T]):
    """What is left, and the choices that led there and lead on."""

    things: list[T]
    choices: list[Choice]

    @property
    def chosen(self) -> list[Choice]:
        """The choices that were made."""
        return [choice for choice in self.choices if choice.chosen]

    @property
    def ways_back(self) -> list[Choice]:
        """The choices that, let go of alone, would leave something."""
        return [choice for choice in self.chosen if choice.left_without]


def narrow(things: Sequence[T], facets: Sequence[Facet[T]], asked: Mapping[str, str]) -> Narrowed[T]:
    """Keep the things that have everything chosen; what is not among a facet's labels was not chosen."""
    chosen = {facet.name: asked[facet.name] for facet in facets if asked.get(facet.name, "") in facet.labels}
    missed = [(thing, _missed(thing, facets, chosen)) for thing in things]
    choices = [_choice(facet, missed, chosen.get(facet.name, ""), asked) for facet in facets]
    return Narrowed([thing for thing, names in missed if not names], choices)


def _missed(thing: T, facets: Sequence[Facet[T]], chosen: Mapping[str, str]) -> frozenset[str]:
    """Name the choices that the thing does not fit."""
    return frozenset(f.name for f in facets if f.name in chosen and chosen[f.name] not in f.values(thing))


def _choice(
    facet: Facet[T], missed: Sequence[tuple[T, frozenset[str]]], chosen: str, asked: Mapping[str, str]
) -> Choice:
    left = [thing for thing, names in missed if not names - {facet.name}]
    counts = Counter(code for thing in left for code in set(facet.values(thing)))
    options = [
        Option(code, label, counts[code], code == chosen)
        for code, label in facet.labels.items()
        if counts[code] or code == chosen
    ]
    kept = {name: value for name, value in asked.items() if value and name not in {facet.name, "page"}}
    # Named though empty: a choice that holds unless one says otherwise is dropped by saying nothing else.
    without = "?" + urlencode({**kept, facet.name: ""})
    return Choice(facet.name, facet.label, facet.everything, options, len(left), without)
