"""No screen asks the databases more often because there is more to show: one query for many rows, not one for each."""

import datetime as dt
from contextlib import ExitStack
from types import SimpleNamespace

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from beenthere.consent.actions import block, connect, look
from beenthere.core import clock, kept, keys
from beenthere.directory.actions import keep_own
from beenthere.directory.tests.make import node
from beenthere.experience import actions as experience
from beenthere.experience.actions import choose_words
from beenthere.experience.models import LivedExperience
from beenthere.home.actions import MOST_KEPT, keep_typed
from beenthere.matching import actions as matching
from beenthere.matching.models import Ask, MatchRequest, Offer
from beenthere.matching.wishes import Wishes
from beenthere.meetings.actions import write_agreement
from beenthere.orgs.actions import invite, open_organisation
from beenthere.orgs.models import Role
from beenthere.orgs.tests.make import member
from beenthere.people.actions import write_letter
from beenthere.people.models import Letter, Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions as plans
from beenthere.plans.models import SHARED
from beenthere.plans.resume.facts import Fact
from beenthere.plans.rules import has_room_for_variant
from beenthere.talk.actions import write
from beenthere.training.actions import look_after, make_link, step_aside
from beenthere.training.catalogue.writing import Source
from beenthere.training.catalogue.writing import write as write_facts
from beenthere.training.models import Training
from beenthere.training.tests.make import coalition, reads
from beenthere.training.tests.make import proposal as proposed
from tests.guards.test_access_matrix import NOT_SCREENS, address_of, addresses
from tests.world import World, arguments

pytestmark = pytest.mark.sqlite_only  # as many on the one as on the other
LOOKERS = ("ravi", "chloe", "benoit", "amara")  # she last: what the others looked at stands in her log
NOT_LOOKED_AT = NOT_SCREENS | {"home:leave", "core:door", "core:favicon"}


def more(world: World, number: int) -> None:
    """Put one more row behind every list that somebody may look at."""
    companion = person(f"Peer {number}")
    _more_around_amara(world, companion, number)
    _more_in_her_plan(world, companion, number)
    _more_for_benoit(world, companion)
    _more_on_the_desk(world, number)
    _more_for_the_committee(world, companion, number)


def _more_around_amara(world: World, companion: Person, number: int) -> None:
    amara = world.amara
    connect(one=amara.pk, other=companion.pk, reason="match")
    write(by=companion, to=amara, text="Hello")
    write(by=world.benoit, to=amara, text=f"Hello again, {number}")
    block(by=amara.pk, whom=person(f"Stranger {number}").pk)
    write_letter(to=amara, text="Something happened.")
    write_letter(to=amara, text="Something else happened.")
    Letter.objects.filter(pk__in=Letter.objects.filter(person=amara)[:1]).update(put_away_at=clock.now())
    if number < MOST_KEPT - 1:  # one is there from the start
        keep_typed(owner=amara.pk, address=f"/en/plan/{number}/", typed=[("dream", f"A sentence number {number}")])
    own = set(LivedExperience.objects.filter(person=amara, is_own=True).values_list("pk", flat=True))
    codes = {"back-to-school"}
    choose_words(by=amara, kind="lived", codes=codes, keep_own=own, new_own=[f"Winter {number}"], shown="after_yes")
    _more_strengths(amara, companion, number)
    words = {"how_often": f"Every {number + 2} weeks"}
    write_agreement(by=amara, match=world.facts["match"], words=words)  # type: ignore[arg-type]
    member(amara, open_organisation(coordinator=companion, name=f"Group {number}"), Role.MEMBER)


def _more_strengths(amara: Person, companion: Person, number: int) -> None:
    moment = experience.begin_moment(by=amara, told={"moment": f"Winter {number}"})
    found = experience.find_strengths(by=amara, moment=moment, codes=[], own=[f"I skate {number}"])
    plans.put_strength(by=amara, strength=found[0], fact=Fact(kind="strength", title=f"Skates {number}"), resumes=[])
    until = clock.today(amara) + dt.timedelta(days=30)
    experience.ask_for_mirror(by=amara, supporter=companion, strengths=found, moments=[moment], until=until)


def _more_in_her_plan(world: World, companion: Person, number: int) -> None:
    amara, until = world.amara, clock.today() + dt.timedelta(days=30)
    path = plans.start_path(by=amara, aim=f"Aim {number}", kind="job", hours=2, money_in=100)
    if has_room_for_variant(amara):  # three at most stand side by side
        plans.make_variant(by=amara, told={"name": f"Way {number}", "work_hours": 9, "pay": 2000}, paths=[path])
    done, _open = (plans.add_step(by=amara, text=f"{word} {number}", paths=[path]) for word in ("Done", "To do"))
    plans.finish_step(by=amara, step=done)
    ended, _kept = (plans.choose_support(by=amara, words=f"{word} {number}") for word in ("Ended", "Kept"))
    plans.end_support(by=amara, support=ended)
    plans.pace_path(by=amara, path=plans.start_path(by=amara, aim=f"Past {number}", kind="own"), pace="done")
    for reader in (companion, world.benoit):
        plans.share_path(by=amara, path=path, reader=reader, until=until)
        plans.accept_suggestion(by=amara, suggestion=plans.suggest_step(by=reader, path=path, text="Take a tram"))
        plans.suggest_step(by=reader, path=path, text="Take a bus")
        look(reader=reader.pk, owner=amara.pk, what=SHARED, thing=path.pk)
    theirs = plans.start_path(by=companion, aim=f"Theirs {number}", kind="learning")
    plans.share_path(by=companion, path=theirs, reader=amara, until=until)


def _more_for_benoit(world: World, companion: Person) -> None:
    """Somebody who walks with him, and somebody who waits for his answer and lets the desk know."""
    Offer.objects.filter(supporter=world.benoit).update(capacity=100)
    matching.accept_request(by=world.benoit, ask=_asks(companion, world))
    write(by=companion, to=world.benoit, text="Hello")
    waits = _asks(person("Waits"), world)
    Ask.objects.filter(pk=waits.pk).update(waiting_since=clock.now() - dt.timedelta(days=4))


def _asks(peer: Person, world: World) -> Ask:
    request = matching.ask_for_match(
        by=peer, wishes=Wishes(must_ways=("video",)), organisations=[world.organisation], people=[]
    )
    offer = Offer.objects.get(supporter=world.benoit)
    request.shown.create(asker=peer, offer=offer, page=1)
    matching.choose_supporters(by=peer, request=request, ranked=[offer])
    return Ask.objects.get(request=request)


def _more_on_the_desk(world: World, number: int) -> None:
    supporter, late = person(f"Supporter {number}"), person(f"Late {number}")
    for one in (supporter, late):
        member(one, world.organisation)
        offer = matching.make_offer(by=one, training="trained", paths=["job"], fields=["3"], capacity=2)
        matching.submit_offer(by=one, offer=offer, organisations=[world.organisation])
    matching.approve_offer(by=world.chloe, offer=late.offer, organisation=world.organisation)
    invite(by=world.chloe, organisation=world.organisation, role=Role.MEMBER)
    keep_own(by=world.chloe, organisation=world.organisation, node=node(f"Kept {number}"))
    request: MatchRequest = world.facts["request"]  # type: ignore[assignment]
    request.shown.create(asker=world.amara, offer=late.offer, page=1)
    Ask.objects.create(
        request=request, offer=late.offer, asker=world.amara, supporter=late, rank=10 + number, state="passed"
    )


def _more_for_the_committee(world: World, companion: Person, number: int) -> None:
    """One more proposal that was read, one that waits in public, one more change, and a record that is kept."""
    record: Training = world.facts["training"]  # type: ignore[assignment]
    member(companion, coalition(), Role.RESEARCH)
    reads(companion, proposed(record, facts={"cost": str(number)}))
    step_aside(by=companion, proposal=world.facts["proposed"])  # type: ignore[arg-type]
    source = Source("committee", "https://example.org/", by=companion)
    write_facts(record, {"phone": f"204-555-010{number}"}, source)
    kept = Training.objects.due().exclude(pk=record.pk).order_by("name")[number]
    look_after(by=companion, training=kept)
    make_link(training=kept)


def queries(client: Client, address: str) -> int:
    """How many queries the page takes of both databases; none where there is no page to show."""
    for alias in ("default", "keys"):
        connections[alias].queries_log.clear()  # it holds nine thousand, and this test asks more
    with ExitStack() as stack:
        seen = [stack.enter_context(CaptureQueriesContext(connections[alias])) for alias in ("default", "keys")]
        shown = client.get(address)
    return sum(len(each) for each in seen) if shown.status_code == 200 else 0


def counts(world: World) -> dict[tuple[str, str], int]:
    """The queries of every screen, by who looks at it."""
    known = arguments(world)
    found = {}
    for who in LOOKERS:
        client = signed_in(world.people()[who])
        for name, parameters in sorted(set(addresses())):
            if name not in NOT_LOOKED_AT and (taken := queries(client, address_of(name, parameters, known))):
                found[who, name] = taken
    return found


@pytest.mark.django_db
def test_queries_do_not_grow_with_rows(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    # On a slow machine what is remembered for a minute would run out during one of the two rounds.
    monkeypatch.setattr(kept, "time", SimpleNamespace(monotonic=lambda: 0.0))
    for number in range(2):
        more(world, number)
    few = counts(world)
    for number in range(2, 6):
        more(world, number)
    many = counts(world)
    assert {key: (few[key], many[key]) for key in few if many.get(key, 0) > few[key]} == {}
    assert few.keys() == many.keys()
    assert len(few) > 100


@pytest.mark.django_db
def test_a_query_for_each_row_is_noticed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "load", lambda owners: None)
    monkeypatch.setattr(keys, "key_of", lambda owner: keys._fetch([owner]).get(owner))
    client, address = signed_in(world.amara), reverse("people:letters")
    client.get(address)  # public facts of the footer are remembered from now on
    few = queries(client, address)
    for _ in range(3):
        write_letter(to=world.amara, text="Something happened.")
    assert queries(client, address) >= few + 3
