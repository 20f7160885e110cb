import datetime as dt
import re
from uuid import uuid4

import pytest
from django.test import Client

from beenthere.consent import actions as consent
from beenthere.consent.models import Look
from beenthere.core import clock
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions, reads
from beenthere.plans.models import Path, Step, Suggestion
from beenthere.plans.tests import make
from beenthere.plans.tests.pages import address, page, send, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara() -> Person:
    return person("Amara")


@pytest.fixture
def benoit() -> Person:
    return person("Benoît", language="fr")


@pytest.fixture
def hers(amara: Person) -> Client:
    return signed_in(amara)


def test_sharing_says_first_in_one_sentence_what_it_means(hers: Client, amara: Person, benoit: Person) -> None:
    path = make.path(amara)
    make.connected(amara, benoit)
    told = {"reader": benoit.pk, "until": (clock.today(amara) + dt.timedelta(days=9)).isoformat()}
    asked = hers.post(address("share", path.pk), told).content.decode()
    assert "Benoît will be able to read “Health-care aide”" in asked
    assert "never sees: your dream, your hours, your money" in asked
    assert reads.paths_shared_with(benoit) == []
    assert [send(hers, "share", path.pk, **told, sure="yes") for _ in range(2)] == [302, 302]
    assert "Benoît can read “Health-care aide”" in page(hers, "plan")
    assert len(reads.paths_shared_with(benoit)) == 1


@pytest.mark.parametrize(
    ("days", "sentence"), [(-1, "That day has passed. Pick today"), (400, "At most one year at a time.")]
)
def test_a_sharing_has_a_day_within_a_year(
    hers: Client, amara: Person, benoit: Person, days: int, sentence: str
) -> None:
    path = make.path(amara)
    make.connected(amara, benoit)
    told = {"reader": benoit.pk, "until": (clock.today(amara) + dt.timedelta(days=days)).isoformat(), "sure": "yes"}
    response = hers.post(address("share", path.pk), told)
    assert (response.status_code, sentence in response.content.decode()) == (422, True)


def test_nobody_can_be_chosen_with_whom_one_does_not_walk(hers: Client, amara: Person, benoit: Person) -> None:
    path = make.path(amara)
    until = clock.today(amara).isoformat()
    assert "as soon as you have one" in page(hers, "share", path.pk).lower()
    assert send(hers, "share", path.pk, reader=benoit.pk, until=until, sure="yes") == 422
    assert reads.paths_shared_with(benoit) == []


@pytest.fixture
def path_with_secrets(amara: Person, benoit: Person) -> Path:
    """A shared path of a plan that holds everything which must not be shared."""
    make.plan(amara, dream="The dream", hours=31)
    path = make.path(amara, hours=17, money_in=1234, money_out=777)
    other = make.path(amara, aim="The other path", kind="job")
    make.step(amara, path, other, text="A step for two")
    make.step(amara, other, text="A step elsewhere")
    actions.rate_support(by=amara, support=make.support(amara), rating="not_for_me")
    make.shared(path, benoit)
    return path


SECRETS = ["The dream", "31", "17", "1,234", "777", "The other path", "A step elsewhere", "sister", "Not for me"]


def test_a_reader_sees_the_path_and_nothing_else(path_with_secrets: Path, benoit: Person) -> None:
    shown = words_of(page(signed_in(benoit), "shared", path_with_secrets.pk))
    assert "A step for two" in shown
    assert [secret for secret in SECRETS if secret in shown] == []


def test_the_owner_sees_just_what_the_reader_sees(path_with_secrets: Path, hers: Client, benoit: Person) -> None:
    (sharing,) = reads.sharings(path_with_secrets.person, path_with_secrets)
    seen = words_of(page(hers, "as-seen", sharing.grant.pk))
    assert "A step for two" in seen
    assert [secret for secret in SECRETS if secret in seen] == []
    road = re.compile(r'<ol class="road.*?</ol>', re.DOTALL)
    theirs = road.search(page(signed_in(benoit), "shared", path_with_secrets.pk))
    mine = road.search(page(hers, "as-seen", sharing.grant.pk))
    assert mine
    assert theirs
    assert mine[0] == theirs[0]


def test_a_reader_does_not_learn_who_else_suggests(amara: Person, benoit: Person) -> None:
    path, chloe = make.path(amara), person("Chloé")
    make.shared(path, benoit)
    make.shared(path, chloe)
    actions.accept_suggestion(by=amara, suggestion=make.suggestion(path, chloe))
    make.suggestion(path, chloe, text="Waiting still")
    shown = words_of(page(signed_in(benoit), "shared", path.pk))
    assert "Visit the open day" in shown
    assert "Chloé" not in shown
    assert "Waiting still" not in shown


def test_every_look_is_written_down(path_with_secrets: Path, benoit: Person) -> None:
    page(signed_in(benoit), "shared", path_with_secrets.pk)
    assert [(look.reader, look.owner) for look in Look.objects.all()] == [(benoit.pk, path_with_secrets.person_id)]


def test_without_a_read_log_nothing_is_shown(
    path_with_secrets: Path, benoit: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(**kwargs: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("beenthere.plans.views.sharing.look", full_disk)
    client = signed_in(benoit)
    client.raise_request_exception = False
    response = client.get(address("shared", path_with_secrets.pk))
    assert response.status_code == 500
    assert b"A step for two" not in response.content


def test_stop_now_stops_at_once(path_with_secrets: Path, hers: Client, benoit: Person) -> None:
    (sharing,) = reads.sharings(path_with_secrets.person, path_with_secrets)
    assert [send(hers, "share-stop", sharing.grant.pk) for _ in range(2)] == [302, 302]
    assert signed_in(benoit).get(address("shared", path_with_secrets.pk)).status_code == 404


def test_an_ending_ends_the_reading(path_with_secrets: Path, benoit: Person) -> None:
    consent.disconnect(one=path_with_secrets.person_id, other=benoit.pk)
    assert signed_in(benoit).get(address("shared", path_with_secrets.pk)).status_code == 404


def test_a_reader_suggests_and_the_owner_decides(path_with_secrets: Path, hers: Client, benoit: Person) -> None:
    told = {"text": "Sit in on a class", "new_id": uuid4()}
    assert [send(signed_in(benoit), "suggest", path_with_secrets.pk, **told) for _ in range(2)] == [302, 302]
    suggestion = Suggestion.objects.get()
    assert "Benoît suggests a step for “Health-care aide”" in words_of(page(hers, "plan"))
    assert [send(hers, "suggestion-accept", suggestion.pk) for _ in range(2)] == [302, 302]
    assert "suggested by Benoît" in page(hers, "plan")
    assert Step.objects.filter(suggested_by=benoit).count() == 1


def test_a_suggestion_is_left_without_a_word(path_with_secrets: Path, hers: Client, benoit: Person) -> None:
    suggestion = make.suggestion(path_with_secrets, benoit)
    assert send(hers, "suggestion-decline", suggestion.pk) == 302
    assert "Visit the open day" not in page(hers, "plan")


def test_whoever_suggests_cannot_answer_for_her(path_with_secrets: Path, benoit: Person) -> None:
    suggestion = make.suggestion(path_with_secrets, benoit)
    assert send(signed_in(benoit), "suggestion-accept", suggestion.pk) == 404


def test_with_five_suggestions_waiting_a_sentence_asks_for_patience(path_with_secrets: Path, benoit: Person) -> None:
    for number in range(5):
        make.suggestion(path_with_secrets, benoit, text=f"Step {number}")
    assert "Cinq de vos propositions attendent ici." in page(
        signed_in(benoit), "shared", path_with_secrets.pk, language="fr"
    )
    assert send(signed_in(benoit), "suggest", path_with_secrets.pk, text="One more") == 302
    assert Suggestion.objects.count() == 5


def test_a_plan_tells_apart_what_i_share_and_what_is_shared_with_me(
    hers: Client, amara: Person, benoit: Person
) -> None:
    make.shared(make.path(amara, aim="Baker"), benoit)
    assert "Paths that others let me read" not in page(hers, "plan")
    theirs = make.path(benoit, aim="Singer")
    actions.share_path(by=benoit, path=theirs, reader=amara, until=clock.today(benoit) + make.A_MONTH)
    shown = words_of(page(hers, "plan"))
    assert shown.count("Benoît can read “Baker”") == 1
    assert shown.count("A path of Benoît’s") == 1
    assert "Singer" not in shown
