"""What every page needs to know: its other language, where one is, the crisis line nearby."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from beenthere.directory.reads import first_line
from beenthere.people.models import Return
from beenthere.people.reads import open_letter_count, returns_of

NAMES = {"en": "English", "fr": "Français"}

# The five places of a signed-in person, in the order of a day.
PLACES = (
    (_("Today"), "home:front"),
    (pgettext_lazy("place", "Plan"), "plans:plan"),
    (pgettext_lazy("place", "Supporter"), "matching:mine"),
    (_("Letters"), "people:letters"),
    (_("Me"), "home:me"),
)


@dataclass(frozen=True)
class Version:
    """This page in one language."""

    code: str
    path: str
    address: str
    name: str


@dataclass(frozen=True)
class Place:
    """An entry of the navigation."""

    label: str
    address: str
    current: bool
    new: int


@dataclass(frozen=True)
class NearLine:
    """A number to call, as the footer shows it. It is never hidden, not even if nothing was loaded yet."""

    phone: str
    link: str
    where: str

    @classmethod
    def of(cls, line: Any, where: str) -> "NearLine":
        return cls(line.phone, line.phone_link, where) if line else cls("9-8-8", "tel:988", "")


class Page:
    """The page that is being made; everything is worked out only if the template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.demo: bool = settings.DEMO

    @cached_property
    def person(self) -> object | None:
        user = getattr(self.request, "user", None)
        return user if user is not None and user.is_authenticated else None

    @property
    def visitor(self) -> bool:
        return self.person is None

    @cached_property
    def versions(self) -> list[Version]:
        """The page in both languages, for those that have a language."""
        return [self._version(code) for code in NAMES if self._path_without_language is not None]

    @cached_property
    def other(self) -> Version:
        """The page in the language in which it is not."""
        return self._version("en" if get_language() == "fr" else "fr")

    @cached_property
    def _path_without_language(self) -> str | None:
        _empty, code, rest = [*self.request.path.split("/", 2), "", ""][:3]
        return rest if code in NAMES else None

    def _version(self, code: str) -> Version:
        path = f"/{code}/{self._path_without_language or ''}"
        query = self.request.META.get("QUERY_STRING", "")
        if query and self.request.method == "GET":
            path = f"{path}?{query}"
        return Version(code, path, settings.PUBLIC_ADDRESS.rstrip("/") + path, NAMES[code])

    @cached_property
    def nav(self) -> list[Place]:
        """Where a signed-in person can go from everywhere."""
        if self.person is None:
            return []
        addresses = [(label, name, reverse(name)) for label, name in PLACES]
        here = max((a for _label, _name, a in addresses if self.request.path.startswith(a)), key=len, default="")
        if here == reverse("home:front") != self.request.path:
            here = ""  # every address begins with that of the front page
        return [
            Place(
                label=str(label),
                address=address,
                current=address == here,
                new=open_letter_count(self.person) if name == "people:letters" else 0,  # type: ignore[arg-type]
            )
            for label, name, address in addresses
        ]

    @cached_property
    def returns(self) -> list[Return]:
        """Somebody is about to be let into this account: told on every screen of it."""
        return [] if self.person is None else returns_of(self.person)  # type: ignore[arg-type]

    @cached_property
    def crisis_lines(self) -> list[NearLine]:
        """Whom to call, day or night, nearest to where the person said they are."""
        everywhere, province = first_line(""), getattr(self.person, "province", "")
        nearest, where = first_line(province or "QC"), "" if province else gettext("in Quebec")
        if nearest == everywhere:
            return [NearLine.of(everywhere, "")]
        lines = [NearLine.of(nearest, where), NearLine.of(everywhere, "")]
        # Québec's own line comes first for whoever lives there; elsewhere the one of the whole country does.
        return lines if province else lines[::-1]


def page(request: HttpRequest) -> dict[str, Page]:
    """Give every template its `page`."""
    return {"page": Page(request)}
