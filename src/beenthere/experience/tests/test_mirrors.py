"""What somebody sees in one is asked by the person alone, shows what was ticked, and stops at once."""

import datetime as dt

import pytest
from django.db.utils import IntegrityError
from django.test import Client
from django.urls import reverse

from beenthere.consent import actions as consent
from beenthere.consent.models import Look
from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.privacy import export
from beenthere.core.tests.races import at_once
from beenthere.experience import actions
from beenthere.experience.models import Mirror, Moment, Strength
from beenthere.people.actions import erase
from beenthere.people.models import Letter, Person
from beenthere.people.tests.make import person, signed_in
from beenthere.talk.met import met

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def amara() -> Person:
    """Somebody with two strengths and a moment."""
    amara = person("Amara")
    moment = actions.begin_moment(by=amara, told={"moment": "The long winter"})
    actions.find_strengths(by=amara, moment=moment, codes=["calm"], own=["I bake bread"])
    return amara


@pytest.fixture
def benoit(amara: Person) -> Person:
    """Somebody who walks with her."""
    benoit = person("Benoît")
    consent.connect(one=amara.pk, other=benoit.pk, reason="match")
    return benoit


def bread(amara: Person) -> Strength:
    return Strength.objects.visible_to(amara).get(is_own=True)


def ask(amara: Person, supporter: Person, days: int = 7, **shown: list[Moment]) -> Mirror:
    until = clock.today(amara) + dt.timedelta(days=days)
    return actions.ask_for_mirror(
        by=amara, supporter=supporter, until=until, strengths=[bread(amara)], moments=shown.get("moments", [])
    )


def opened(by: Person, name: str, mirror: Mirror) -> tuple[int, str]:
    answer = signed_in(by).get(reverse(f"experience:{name}", args=[mirror.pk]))
    return answer.status_code, answer.content.decode()


def test_what_is_asked_is_told_in_one_sentence_before_anything_is_shown(amara: Person, benoit: Person) -> None:
    client, row = signed_in(amara), bread(amara)
    until = clock.today(amara) + dt.timedelta(days=7)
    told = {"supporter": benoit.pk, "strengths": [row.pk], "until": until.isoformat()}
    sure = client.post(reverse("experience:mirror-ask"), told).content.decode()
    assert "Benoît will read" in sure
    assert "I bake bread" in sure
    assert not Mirror.objects.exists()
    client.post(reverse("experience:mirror-ask"), told | {"sure": "yes"})
    assert list(Mirror.objects.get().strengths.all()) == [row]


def test_whoever_is_asked_sees_what_was_ticked_and_nothing_else_and_the_look_is_logged(
    amara: Person, benoit: Person
) -> None:
    status, page = opened(benoit, "mirror-asked", ask(amara, benoit))
    assert (status, "I bake bread" in page) == (200, True)
    assert "I stay calm" not in page
    assert "The long winter" not in page
    assert Look.objects.filter(owner=amara.pk, reader=benoit.pk, what="experience.mirror").count() == 1


def test_whoever_is_asked_finds_it_on_their_first_page_until_they_answered(amara: Person, benoit: Person) -> None:
    mirror = ask(amara, benoit)
    first = signed_in(benoit).get(reverse("home:front")).content.decode()
    assert "Amara asks what you see in them." in first
    assert "I bake bread" not in first
    actions.write_mirror(by=benoit, mirror=mirror, words="Bread")
    assert "asks what you see" not in signed_in(benoit).get(reverse("home:front")).content.decode()


def test_without_a_read_log_nothing_is_shown(amara: Person, benoit: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    mirror = ask(amara, benoit)

    def fails(**told: object) -> None:
        raise RuntimeError("the log cannot be written")

    monkeypatch.setattr("beenthere.experience.views.mirrors.look", fails)
    with pytest.raises(RuntimeError):
        opened(benoit, "mirror-asked", mirror)


def test_what_was_kept_outlives_an_account_and_never_tells_whose_words_they_are(amara: Person, benoit: Person) -> None:
    mirror, row = ask(amara, benoit), bread(amara)
    actions.write_mirror(by=benoit, mirror=mirror, words="You share your bread")
    mirror.refresh_from_db()
    actions.keep_heard(by=amara, mirror=mirror, strength=row)
    erase(by=benoit)
    assert not Mirror.objects.exists()
    page = signed_in(amara).get(reverse("experience:strength", args=[row.pk])).content.decode()
    assert "You share your bread" in page
    assert "Benoît" not in page


def test_everything_is_in_the_download_in_words(amara: Person, benoit: Person) -> None:
    actions.write_mirror(by=benoit, mirror=ask(amara, benoit), words="You share your bread")
    told = str(export(amara))
    assert all(words in told for words in ("The long winter", "I stay calm", "I bake bread", "You share your bread"))
    assert "I bake bread" not in str(export(benoit))


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_written_and_left_at_once_is_one_of_the_two(amara: Person, benoit: Person) -> None:
    mirror = ask(amara, benoit)
    at_once(
        lambda: actions.write_mirror(by=benoit, mirror=mirror, words="Bread"),
        lambda: actions.leave_mirror(by=benoit, mirror=mirror),
    )
    mirror.refresh_from_db()
    assert (mirror.state, mirror.words) in {("written", "Bread"), ("left", None)}


@pytest.mark.django_db(transaction=True, databases=["default", "keys"])
def test_the_same_form_sent_at_the_same_moment_finds_a_strength_once(amara: Person) -> None:
    at_once(*[lambda: actions.find_strengths(by=amara, moment=None, codes=["sew"], own=[])] * 3)
    assert sum(row.word == "sew" for row in Strength.objects.visible_to(amara)) == 1


def test_a_moment_is_shown_only_if_it_was_ticked(amara: Person, benoit: Person) -> None:
    mirror = ask(amara, benoit, moments=[Moment.objects.get()])
    assert "The long winter" in opened(benoit, "mirror-asked", mirror)[1]


def test_whoever_goes_on_writing_about_a_moment_is_told_who_reads_it(amara: Person, benoit: Person) -> None:
    moment = Moment.objects.get()
    address = reverse("experience:moment-step", args=[moment.pk, "says"])
    told = "Benoît can read what you write here"
    ask(amara, benoit)
    assert told not in signed_in(amara).get(address).content.decode()
    ask(amara, benoit, moments=[moment])
    assert told in signed_in(amara).get(address).content.decode()


def test_what_is_written_is_read_at_once_and_kept_beside_a_strength_without_a_name(
    amara: Person, benoit: Person
) -> None:
    mirror, row = ask(amara, benoit), bread(amara)
    signed_in(benoit).post(reverse("experience:mirror-asked", args=[mirror.pk]), {"words": "You share your bread"})
    assert "You share your bread" in opened(amara, "mirror", mirror)[1]
    for _time in range(2):
        signed_in(amara).post(reverse("experience:mirror-keep", args=[mirror.pk]), {"strength": row.pk})
    row.refresh_from_db()
    assert row.heard == [{"from": str(mirror.pk), "words": "You share your bread"}]
    signed_in(amara).post(reverse("experience:heard-forget", args=[row.pk, 0]))
    row.refresh_from_db()
    assert row.heard is None


def test_thanks_are_said_once(amara: Person, benoit: Person) -> None:
    mirror = ask(amara, benoit)
    actions.write_mirror(by=benoit, mirror=mirror, words="Bread")
    for _time in range(2):
        signed_in(amara).post(reverse("experience:mirror-thank", args=[mirror.pk]))
    assert sum("thanks you" in letter.text for letter in Letter.objects.filter(person=benoit)) == 1


def test_the_question_may_be_left_without_a_reason_and_shows_nothing_more(amara: Person, benoit: Person) -> None:
    mirror = ask(amara, benoit)
    signed_in(benoit).post(reverse("experience:mirror-leave", args=[mirror.pk]))
    assert opened(benoit, "mirror-asked", mirror)[0] == 404
    assert "It says nothing about you." in opened(amara, "mirror", mirror)[1]


@pytest.mark.parametrize("name", ["mirror-stop", "mirror-away", "mirror-remove"])
def test_it_stops_at_once(amara: Person, benoit: Person, name: str) -> None:
    mirror = ask(amara, benoit)
    signed_in(amara).post(reverse(f"experience:{name}", args=[mirror.pk]))
    assert opened(benoit, "mirror-asked", mirror)[0] == 404
    with pytest.raises(NotAllowed):
        actions.write_mirror(by=benoit, mirror=mirror, words="Too late")


def test_it_ends_with_its_day_and_asking_again_opens_the_same_question(amara: Person, benoit: Person) -> None:
    mirror = ask(amara, benoit, days=1)
    with clock.at(clock.now() + dt.timedelta(days=3)):
        assert opened(benoit, "mirror-asked", mirror)[0] == 404
        assert "is no longer asked" in opened(amara, "mirror", mirror)[1]
        assert ask(amara, benoit).pk == mirror.pk
        assert opened(benoit, "mirror-asked", mirror)[0] == 200


def test_a_former_supporter_sees_nothing_and_an_open_question_goes(amara: Person, benoit: Person) -> None:
    written, chloe = ask(amara, benoit), person("Chloé")
    actions.write_mirror(by=benoit, mirror=written, words="Bread")
    consent.connect(one=amara.pk, other=chloe.pk, reason="match")
    waiting = ask(amara, chloe)
    for former in (benoit, chloe):
        consent.disconnect(one=amara.pk, other=former.pk)
    assert opened(benoit, "mirror-asked", written)[0] == opened(chloe, "mirror-asked", waiting)[0] == 404
    assert list(Mirror.objects.all()) == [written]


@pytest.mark.parametrize("name", ["mirror", "mirror-asked", "mirror-remove"])
def test_neither_an_outsider_nor_whoever_is_asked_opens_what_is_hers(amara: Person, benoit: Person, name: str) -> None:
    mirror, dana = ask(amara, benoit), person("Dana")
    assert opened(dana, name, mirror)[0] == 404
    assert name == "mirror-asked" or opened(benoit, name, mirror)[0] == 404


def test_nobody_asks_whom_they_do_not_walk_with_nor_shows_what_is_not_theirs(amara: Person, benoit: Person) -> None:
    dana = person("Dana")
    with pytest.raises(NotAllowed):
        ask(amara, dana)
    with pytest.raises(NotAllowed):
        actions.ask_for_mirror(
            by=benoit, supporter=amara, strengths=[bread(amara)], moments=[], until=clock.today(benoit)
        )


def test_who_can_see_what_names_the_question_with_all_that_it_shows(amara: Person, benoit: Person) -> None:
    ask(amara, benoit)
    page = signed_in(amara).get(reverse("people:sharing")).content.decode()
    assert "Benoît can read “What do you see in me? (I bake bread)”" in page


def test_what_was_written_can_be_attached_to_a_concern(amara: Person, benoit: Person) -> None:
    actions.write_mirror(by=benoit, mirror=ask(amara, benoit), words="Bread")
    found = met(amara, benoit)
    assert found is not None
    assert [said.text for said in found.words if not said.mine] == ["Bread"]


def test_the_table_holds_one_open_question_to_each(amara: Person, benoit: Person, client: Client) -> None:
    ask(amara, benoit)
    with pytest.raises(IntegrityError):
        Mirror.objects.create(person=amara, supporter=benoit)
