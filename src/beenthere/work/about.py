"""Everything that is known here about one occupation, as its page tells it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from django.utils.translation import get_language

from beenthere.work.findable import interests_of
from beenthere.work.interests import ATTRIBUTES, INTERESTS
from beenthere.work.models import Edition, Group, Occupation, OnetOccupation, Outlook, Profile, Titles
from beenthere.work.paying import Pay, pay_of

FIRST_TITLES = 12
TELLING = 4  # from here on a trait is told of


@dataclass(frozen=True)
class About:
    """The facts of a page, and the publications from which they are."""

    occupation: Occupation
    profiles: list[Profile]
    interests: list[str]
    traits: list[str]
    zone: int | None
    titles: Titles | None
    groups: list[Group]
    pay: Pay | None
    outlook: Outlook | None
    editions: dict[str, Edition]

    @property
    def first_titles(self) -> list[str]:
        return self.titles.here[:FIRST_TITLES] if self.titles else []

    @property
    def more_titles(self) -> list[str]:
        return self.titles.here[FIRST_TITLES:] if self.titles else []

    @property
    def is_bare(self) -> bool:
        """Whether nothing but the starter list is here."""
        return not (self.profiles or self.pay or self.outlook)


def about(row: Occupation) -> About:
    """Gather it."""
    profiles = profiles_of(row)
    letters = interests_of([row])[row.noc]
    return About(
        occupation=row,
        profiles=profiles,
        interests=[str(INTERESTS[letter]) for letter in letters],
        traits=traits_of(profiles),
        zone=_zone(row),
        titles=Titles.objects.filter(pk=row.pk).first(),
        groups=Group.objects.public().around(row.noc)[1:],
        pay=pay_of(row.noc),
        outlook=Outlook.objects.public().filter(pk=row.pk).first(),
        editions=Edition.objects.by_name(),
    )


def profiles_of(row: Occupation) -> list[Profile]:
    """Each profile once: in the language of the page where it is there, else in the other."""
    here = get_language() or "en"
    found: dict[str, Profile] = {}
    for profile in Profile.objects.public().filter(occupation=row):
        if profile.code not in found or profile.language == here:
            found[profile.code] = profile
    told = [profile for profile in found.values() if profile.lead or profile.duties or profile.requirements]
    return sorted(told, key=lambda profile: profile.code)


def traits_of(profiles: Sequence[Profile]) -> list[str]:
    """What the work asks most of a person, in words; levels are for machines."""
    levels = {
        name: mean(levels) for name in ATTRIBUTES if (levels := [p.attributes[name] for p in profiles if p.attributes])
    }
    telling = [name for name, level in levels.items() if level >= TELLING]
    return [str(ATTRIBUTES[name]) for name in sorted(telling, key=lambda name: -levels[name])][:5]


def _zone(row: Occupation) -> int | None:
    zones = [one.zone for one in OnetOccupation.objects.of(row.noc) if one.zone]
    return round(mean(zones)) if zones else None
