"""The six kinds of interests that the field knows by letters (Holland), in our words, and what may be tried of each.

Typed by this project; a thing liked is a door to ideas and never a verdict. Nothing here is kept about anybody.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

INTERESTS: dict[str, Promise] = {
    "R": _("Making, fixing, growing"),
    "I": _("Finding things out"),
    "A": _("Creating"),
    "S": _("Helping and teaching"),
    "E": _("Starting things and persuading"),
    "C": _("Keeping things in order"),
}

# What the traits of OaSIS are called here.
ATTRIBUTES: dict[str, Promise] = {
    "active_learning": _("learning new things"),
    "adaptability": _("adapting to change"),
    "analytical_thinking": _("thinking things through"),
    "attention_to_detail": _("care for details"),
    "creativity": _("ideas of one’s own"),
    "concern_for_others": _("caring for others"),
    "collaboration": _("working together"),
    "independence": _("working on one’s own"),
    "innovativeness": _("finding new ways"),
    "leadership": _("leading others"),
    "social_orientation": _("being among people"),
    "service_orientation": _("being of service"),
    "stress_tolerance": _("keeping calm under pressure"),
}


@dataclass(frozen=True)
class Thing:
    """A picture or a short activity: its code in an address, the interest it belongs to, its words."""

    code: str
    interest: str
    words: Promise


PICTURES = (
    Thing("tools", "R", _("Mending something with tools")),
    Thing("plants", "R", _("Growing plants")),
    Thing("lens", "I", _("Looking closely at how something works")),
    Thing("numbers", "I", _("Solving a puzzle")),
    Thing("brush", "A", _("Painting or drawing")),
    Thing("music", "A", _("Making music")),
    Thing("listen", "S", _("Listening to somebody")),
    Thing("teach", "S", _("Showing somebody how")),
    Thing("stall", "E", _("Selling what one believes in")),
    Thing("speak", "E", _("Speaking to a group")),
    Thing("list", "C", _("Making a list that works")),
    Thing("shelf", "C", _("Putting things where they belong")),
)

ACTIVITIES = (
    Thing("bike", "R", _("Repair a bicycle so that it rides again")),
    Thing("shelves", "R", _("Build a shelf for the kitchen")),
    Thing("van", "R", _("Drive a van and deliver parcels")),
    Thing("why", "I", _("Find out why a computer has become slow")),
    Thing("birds", "I", _("Count birds in a marsh and write down what you see")),
    Thing("read", "I", _("Read three articles and say which one to trust")),
    Thing("poster", "A", _("Design a poster for a neighbourhood party")),
    Thing("story", "A", _("Write a short story")),
    Thing("room", "A", _("Choose colours for a room")),
    Thing("walk", "S", _("Go for a walk with somebody who is lonely")),
    Thing("homework", "S", _("Help a child with homework")),
    Thing("first-aid", "S", _("Give first aid after a fall")),
    Thing("market", "E", _("Run a stand at the market")),
    Thing("meeting", "E", _("Lead a meeting so that all are heard")),
    Thing("fund", "E", _("Ask a shop to sponsor a team")),
    Thing("budget", "C", _("Keep the accounts of a club")),
    Thing("files", "C", _("Sort a box of papers so that each can be found")),
    Thing("plan", "C", _("Plan who works on which day")),
)
THINGS: Mapping[str, Thing] = {thing.code: thing for thing in (*PICTURES, *ACTIVITIES)}


def liked(codes: Iterable[str]) -> list[Thing]:
    """The things with these codes, each once; what we do not know is passed over."""
    return [THINGS[code] for code in dict.fromkeys(codes) if code in THINGS]


def weights_of(things: Iterable[Thing]) -> dict[str, int]:
    """How often each interest is among what somebody likes just now."""
    weights: dict[str, int] = {}
    for thing in things:
        weights[thing.interest] = weights.get(thing.interest, 0) + 1
    return weights
