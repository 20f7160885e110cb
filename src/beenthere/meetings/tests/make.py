"""Two people who walk together, for tests."""

from dataclasses import dataclass

from beenthere.consent.actions import connect
from beenthere.matching.models import Match
from beenthere.meetings import actions, starting
from beenthere.meetings.models import AgreementVersion
from beenthere.people.models import Person
from beenthere.people.tests.make import person

WORDS = {
    "how_often": "Tuesdays at the library",
    "how_we_meet": "In person",
    "what_we_write_down": "Nothing",
    "how_it_ends": "Whenever one of us wants",
}


@dataclass(frozen=True)
class Walk:
    """Two people who walk together, and their match."""

    amara: Person
    benoit: Person
    match: Match


def walk(asker: Person | None = None, supporter: Person | None = None) -> Walk:
    """Amara and Benoît said yes to each other."""
    amara, benoit = asker or person("Amara"), supporter or person("Benoît", language="fr")
    connect(one=amara.pk, other=benoit.pk, reason="match")
    return Walk(amara, benoit, Match.objects.create(asker=amara, supporter=benoit))


def agreement(walk: Walk, by: Person | None = None) -> AgreementVersion:
    """The ready text, kept by one of the two."""
    return actions.write_agreement(by=by or walk.amara, match=walk.match, words=starting.words("en"))
