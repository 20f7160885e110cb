"""Small deeds that everybody in the demo does: joining, telling, planning, offering."""

from collections.abc import Iterable

from beenthere.core.places import parse_area
from beenthere.experience.actions import choose_words, tell
from beenthere.experience.models import LivedExperience
from beenthere.home.demo.words import Road
from beenthere.matching.actions import approve_offer, make_offer, submit_offer
from beenthere.matching.models import Offer
from beenthere.orgs.actions import accept_invitation, invite
from beenthere.orgs.models import Organisation, Role
from beenthere.orgs.reads import code_of
from beenthere.people.actions import join
from beenthere.people.models import Person
from beenthere.plans.actions import add_step, start_path
from beenthere.plans.models import Path
from beenthere.work.models import Occupation

ASKED = "asked"


def joins(name: str, language: str, *, passphrase: str | None = None) -> Person:
    """Make an account; without a passphrase nobody can sign in to it."""
    return join(name=name, sign_in_word=name, passphrase=passphrase, language=language).person


def tells(
    person: Person, *, languages: list[str], ways: list[str], place: str, free: list[str], words: str = ""
) -> None:
    """Fill in “about me”."""
    parts = {"languages": languages, "ways": ways, "area": parse_area(place).code, "free": free}
    for part, value in parts.items():
        tell(by=person, part=part, value=value, shown=ASKED)
    tell(by=person, part="words", value=words, shown="after_yes")
    person.refresh_from_db()


def has_lived(person: Person, codes: Iterable[str], *, shown: str, kind: str = "lived") -> None:
    """Tick what one has lived through, or what is in the way."""
    earlier = LivedExperience.objects.filter(person=person, kind=kind)
    keep = {row.word for row in earlier if not row.is_own}
    choose_words(by=person, kind=kind, codes={*codes, *keep}, keep_own=set(), new_own=[], shown=shown)


def gets_role(person: Person, coordinator: Person, organisation: Organisation, role: str = Role.SUPPORTER) -> None:
    """Take up an invitation of the organisation."""
    invitation = invite(by=coordinator, organisation=organisation, role=role)
    accept_invitation(by=person, code=code_of(invitation))


def offers(
    person: Person, organisation: Organisation, *, capacity: int, paths: list[str], fields: list[str], trained: bool
) -> Offer:
    """Offer to walk with others, and ask an organisation for its yes."""
    training = "trained" if trained else "in_training"
    offer = make_offer(by=person, training=training, paths=paths, fields=fields, capacity=capacity)
    submit_offer(by=person, offer=offer, organisations=[organisation])
    return offer


def says_yes(coordinator: Person, offer: Offer, organisation: Organisation) -> None:
    """The organisation says yes to an offer."""
    approve_offer(by=coordinator, offer=offer, organisation=organisation)


def walks(person: Person, road: Road) -> Path:
    """Start a path with its steps."""
    occupation = Occupation.objects.filter(noc=road.noc).first() if road.noc else None
    path = start_path(
        by=person, aim=road.aim, kind=road.kind, occupation=occupation, hours=road.hours,
        money_in=road.money if road.money > 0 else None, money_out=-road.money if road.money < 0 else None,
    )  # fmt: skip
    for text in road.steps:
        add_step(by=person, text=text, paths=[path])
    return path
