"""The soak in short: people ask, answer and write while the server is killed; and what is lost or doubled is found."""

import os
import subprocess
import sys
from uuid import uuid4

import pytest

from beenthere.matching import actions
from beenthere.matching.models import Ask, Match, MatchRequest, Offer
from beenthere.matching.tests import make
from beenthere.orgs.tests import make as orgs
from beenthere.people.tests import make as people
from beenthere.talk.actions import write
from beenthere.talk.models import Message
from benchmarks import keeping
from benchmarks.crowd import Journal, Note

pytestmark = pytest.mark.sqlite_only


def test_ten_people_lose_nothing_while_the_server_is_killed_twice() -> None:
    command = [sys.executable, "-m", "benchmarks.crowd", "--people", "10", "--seconds", "8", "--kills", "2"]
    environment = {name: value for name, value in os.environ.items() if "BEENTHERE" not in name}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=240)
    assert "Nothing was wrong." in ended.stdout, ended.stdout + ended.stderr[-2000:]
    assert "said yes" in ended.stdout


@pytest.fixture
def match(db: None) -> Match:
    chloe, phare = orgs.coordinator("Chloé", "Phare")
    amara = people.person("Amara")
    return make.match(amara, make.supporters(1, phare, chloe)[0])


def journal(*notes: tuple[str, object, str]) -> list[Journal]:
    return [Journal([Note(deed, str(thing), words) for deed, thing, words in notes])]


def test_what_is_there_is_not_called_lost(match: Match) -> None:
    assert match.asker
    assert match.supporter
    token = uuid4()
    write(by=match.asker, to=match.supporter, text="Good day", form_token=token)
    ask, request = Ask.objects.get(), MatchRequest.objects.get()
    told = journal(("said yes", ask.pk, str(match.pk)), ("wrote", token, "Good day"), ("asked", request.pk, ""))
    assert keeping.lost(told) == []
    assert keeping.doubled() == []


def test_what_was_acknowledged_and_is_not_there_is_found(match: Match) -> None:
    Ask.objects.update(state="passed")
    ask = Ask.objects.get()
    told = journal(
        ("said yes", ask.pk, str(match.pk)), ("wrote", uuid4(), "Good day"), ("ended", match.pk, ""),
        ("passed", ask.pk, "Sorry"), ("asked", uuid4(), ""), ("took back", MatchRequest.objects.get().pk, ""),
        ("blocked", match.pk, ""),
    )  # fmt: skip
    assert len(keeping.lost(told)) == 7


def test_what_is_there_twice_is_found(match: Match) -> None:
    assert match.asker
    assert match.supporter
    write(by=match.asker, to=match.supporter, text="Good day")
    write(by=match.asker, to=match.supporter, text="Good day")
    Match.objects.create(asker=match.supporter, supporter=match.asker)
    Offer.objects.update(taken=2)
    assert len(keeping.doubled()) >= 3
    assert Message.objects.count() == 2


def test_a_match_that_is_acknowledged_stands_after_an_ending(match: Match) -> None:
    actions.end_match(by=match.asker, match=match)  # type: ignore[arg-type]
    assert keeping.lost(journal(("ended", match.pk, ""), ("said yes", Ask.objects.get().pk, str(match.pk)))) == []
