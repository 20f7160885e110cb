"""An ex-supporter comes back: with old links, forms kept open, a session that still runs, and old agreements."""

import html
import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from beenthere.consent.models import Connection, Grant, Look
from beenthere.matching import actions
from beenthere.matching.actions import matches, moving
from beenthere.matching.models import Ask, Match
from beenthere.matching.models.requests import MatchRequestQuerySet
from beenthere.matching.wishes import Wishes
from beenthere.meetings.models import AgreementVersion
from beenthere.people.actions import change_passphrase
from beenthere.people.backends import hashed
from beenthere.people.models import Person
from beenthere.people.tests.make import signed_in
from beenthere.plans import actions as plans
from beenthere.plans.models import Path, Suggestion
from beenthere.plans.reads import plan_of
from beenthere.talk.models import Message
from tests.attackers.tries import let_everybody_through, private_addresses, words_in
from tests.world import PRIVATE, World

# What was written to him while they walked together stays his to read, and the name that she goes by.
STAYS = {"name", "message", "question", "agreement", "suggestion"}
LATER = {"later dream": "A dream that came after Benoît", "later path": "A path that began without him"}


def ends(world: World) -> None:
    actions.end_match(by=world.amara, match=_match(world))


def changes(world: World) -> None:
    actions.withdraw_request(by=world.amara, request=world.facts["request"])  # type: ignore[arg-type]
    actions.end_match(by=world.amara, match=_match(world))
    actions.ask_for_match(by=world.amara, wishes=Wishes(), organisations=[world.organisation])


def blocks(world: World) -> None:
    actions.keep_apart(by=world.amara, other=world.benoit)


def _match(world: World) -> Match:
    return world.facts["match"]  # type: ignore[return-value]


WAYS_APART = pytest.mark.parametrize("apart", [ends, changes, blocks], ids=lambda way: way.__name__)


def lives_on(amara: Person) -> None:
    """What Amara writes afterwards."""
    plans.set_dream(by=amara, plan=plan_of(amara), dream=LATER["later dream"])
    plans.start_path(by=amara, aim=LATER["later path"], kind="job", hours=3)


def read_at_every_address(client: Client, world: World) -> set[str]:
    """Which of Amara's sentences he still reads anywhere, in the one language and in the other by turns."""
    addresses = [*private_addresses(world).values(), "/en/", "/en/matching/", "/en/talk/", "/en/me/letters/"]
    addresses[1::2] = [address.replace("/en/", "/fr/", 1) for address in addresses[1::2]]
    return {word for address in addresses for word in words_in(client.get(address), PRIVATE | LATER)}  # type: ignore[arg-type]


@WAYS_APART
def test_old_links_open_nothing_but_what_was_written_to_him(world: World, apart: Callable[[World], None]) -> None:
    session = signed_in(world.benoit)
    assert {"aim", "step", "about"} <= read_at_every_address(session, world)
    apart(world)
    lives_on(world.amara)
    assert read_at_every_address(session, world) <= STAYS


def forms_kept_open(client: Client, world: World) -> list[tuple[str, dict[str, str]]]:
    """Every form on every page that he had opened while they walked together, as the browser still holds it."""
    kept = []
    for address in private_addresses(world).values():
        page = client.get(address)
        for form in re.findall(r"<form[^>]*method=.post.*?</form>", page.content.decode(), re.DOTALL):
            target = re.search(r'action="([^"]+)"', form)
            fields = re.findall(r'name="([\w-]+)" value="([^"]*)"', form)
            kept.append((html.unescape(target[1]) if target else address, {k: html.unescape(v) for k, v in fields}))
    return kept


def rows_between(world: World) -> tuple[object, ...]:
    """Everything that he could have changed of hers, or between them."""
    ours = Match.objects.between(world.amara.pk, world.benoit.pk)
    return (
        Message.objects.count(),
        AgreementVersion.objects.count(),
        ours.current().count(),
        Connection.objects.between(world.amara.pk, world.benoit.pk).open().count(),
        Grant.objects.filter(reader=world.benoit.pk, stopped_at=None).count(),
        sorted(Ask.objects.filter(asker=world.amara).values_list("pk", "state")),
        sorted(str(path.aim) for path in Path.objects.filter(person=world.amara)),
        Suggestion.objects.count(),
        Look.objects.filter(owner=world.amara.pk, reader=world.benoit.pk).count(),
    )


@WAYS_APART
def test_forms_kept_open_change_nothing(world: World, apart: Callable[[World], None]) -> None:
    session = signed_in(world.benoit)
    kept = forms_kept_open(session, world)
    assert any("form_token" in fields for _, fields in kept)
    apart(world)
    before = rows_between(world)
    for address, fields in kept:
        answer = session.post(address, fields | {"text": "I only want to explain", "how_often": "Every day"})
        assert answer.status_code < 500
    assert rows_between(world) == before


@WAYS_APART
def test_a_yes_to_an_old_ask_brings_nobody_back(world: World, apart: Callable[[World], None]) -> None:
    apart(world)
    old = Ask.objects.get(asker=world.amara, supporter=world.benoit)
    answer = signed_in(world.benoit).post(reverse("matching:accept", args=[old.pk]))
    assert answer.status_code == 302
    assert not Match.objects.between(world.amara.pk, world.benoit.pk).current().exists()
    assert not Connection.objects.between(world.amara.pk, world.benoit.pk).open().exists()


def test_a_session_from_before_a_new_passphrase_is_over(world: World) -> None:
    old = signed_in(world.amara)
    change_passphrase(by=world.amara, encoded=hashed("a new sentence of mine"))
    with override("en"):
        assert "/sign-in/" in old.get(reverse("plans:plan")).headers["Location"]


def test_it_bites_where_an_ending_leaves_the_connection(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matches, "disconnect", lambda **_: None)
    session = signed_in(world.benoit)
    kept = forms_kept_open(session, world)
    ends(world)
    assert {"aim", "step"} <= read_at_every_address(session, world)
    before = rows_between(world)
    for address, fields in kept:
        session.post(address, fields | {"text": "I only want to explain"})
    assert rows_between(world) != before


def test_it_bites_where_a_used_ask_can_be_claimed_again(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moving, "claim", lambda *_, **__: True)
    monkeypatch.setattr(MatchRequestQuerySet, "open", let_everybody_through)
    ends(world)
    old = Ask.objects.get(asker=world.amara, supporter=world.benoit)
    signed_in(world.benoit).post(reverse("matching:accept", args=[old.pk]))
    assert Match.objects.between(world.amara.pk, world.benoit.pk).current().exists()
