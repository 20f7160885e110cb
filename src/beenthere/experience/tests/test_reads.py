from uuid import uuid4

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from beenthere.consent.actions import connect
from beenthere.consent.models import Look
from beenthere.core.places import parse_area
from beenthere.experience import reads
from beenthere.experience.facts import Facts
from beenthere.experience.models import LivedExperience, Shown
from beenthere.experience.tests import make
from beenthere.people.models import Person
from beenthere.people.tests.make import person

pytestmark = pytest.mark.django_db(databases=["default", "keys"])
Words = LivedExperience.Shown


@pytest.fixture
def benoit() -> Person:
    return person("Benoît", language="fr")


def test_suggestions_may_use_what_is_shown_before_a_yes(benoit: Person) -> None:
    make.told(benoit, languages=("fr", "lsq"), ways=("video",), free=("sat-morning",))
    (row,) = make.lived(benoit, "housing")
    assert reads.facts_of([benoit.pk])[benoit.pk] == Facts(
        languages=frozenset({"fr", "lsq"}),
        ways=frozenset({"video"}),
        area=parse_area("Moncton"),
        free=frozenset({"sat-morning"}),
        on_offer=frozenset({row.keyed_token()}),
    )


@pytest.mark.parametrize("shown", [Shown.ME, Shown.AFTER_YES])
def test_what_is_hidden_leaves_no_trace_in_suggestions(benoit: Person, shown: Shown) -> None:
    before = reads.facts_of([benoit.pk])
    make.told(benoit, words="x", shown=shown)
    make.lived(benoit, "housing", own=("Night shifts",), shown=Words(shown.value))
    assert reads.facts_of([benoit.pk]) == before == {benoit.pk: Facts()}


def test_own_suggestions_may_use_everything(benoit: Person) -> None:
    make.told(benoit, shown=Shown.ME)
    make.lived(benoit, "housing", kind="in_the_way", shown=Words.ME, weight=2)
    make.lived(benoit, "housing", kind="lived", shown=Words.ME, weight=1)
    facts = reads.own_facts(benoit.pk)
    assert facts.languages == {"en"}
    assert [(word.label, word.weight) for word in facts.words] == [("Having no steady home", 2)]
    assert facts.on_offer == frozenset()


def test_somebody_unknown_has_empty_facts() -> None:
    nobody = uuid4()
    assert reads.facts_of([nobody]) == {nobody: Facts()}
    assert reads.own_facts(nobody) == Facts()


def test_queries_do_not_grow_with_people() -> None:
    def queries(people: list[Person]) -> int:
        with CaptureQueriesContext(connections["default"]) as data, CaptureQueriesContext(connections["keys"]) as keys:
            reads.facts_of([one.pk for one in people])
        return len(data) + len(keys)

    people = [person(f"P{number}") for number in range(5)]
    for one in people:
        make.told(one)
        make.lived(one, "housing", "money")
    assert queries(people) == queries(people[:1]) == 3


def test_before_a_yes_only_what_is_shown_so_and_never_the_place(benoit: Person) -> None:
    amara = person("Amara")
    make.told(benoit, words="I keep bees", languages=("fr",))
    make.lived(benoit, "housing", shown=Words.ON_OFFER)
    make.lived(benoit, "money", shown=Words.AFTER_YES)
    make.lived(benoit, "loss", shown=Words.ME)
    seen = reads.about(benoit, amara)
    assert (seen.words, seen.languages, seen.area) == ("I keep bees", ["French"], "")
    assert (seen.lived, reads.may_be_reasons(benoit)) == ([], ["Having no steady home"])
    assert not Look.objects.exists()


def test_after_a_yes_more_is_shown_and_the_look_is_logged(benoit: Person) -> None:
    amara = person("Amara")
    make.told(benoit, words="I keep bees", shown=Shown.AFTER_YES)
    make.lived(benoit, "money", shown=Words.AFTER_YES)
    make.lived(benoit, "loss", kind="in_the_way", shown=Words.ME)
    connect(one=amara.pk, other=benoit.pk, reason="match")
    seen = reads.about(benoit, amara)
    assert (seen.words, seen.lived, seen.in_the_way) == ("I keep bees", ["Money worries and debts"], [])
    with override("en"):
        assert seen.area == "Moncton (New Brunswick)"
    look = Look.objects.get()
    assert (look.owner, look.reader, look.what) == (benoit.pk, amara.pk, reads.WHAT)


def test_if_the_look_cannot_be_logged_nothing_is_shown(benoit: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    amara = person("Amara")
    make.told(benoit, words="I keep bees", shown=Shown.AFTER_YES)
    connect(one=amara.pk, other=benoit.pk, reason="match")

    def broken(**_look: object) -> None:
        raise OSError("the log is full")

    monkeypatch.setattr(reads, "look", broken)
    with pytest.raises(OSError, match="full"):
        reads.about(benoit, amara)
