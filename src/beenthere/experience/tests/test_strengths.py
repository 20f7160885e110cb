"""A walk through own moments, the words that were found, and where they stand: by the person's choice alone."""

from typing import Any

import pytest
from django.db.utils import IntegrityError
from django.test import Client
from django.urls import reverse

from beenthere.consent.actions import connect
from beenthere.core.access import NotAllowed
from beenthere.experience import actions, reads
from beenthere.experience.listed_strengths import GROUPS
from beenthere.experience.models import Moment, Shown, Strength
from beenthere.experience.strength_words import LISTED, hints, in_groups
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in

database = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def amara() -> Person:
    return person("Amara")


@pytest.fixture
def client(amara: Person) -> Client:
    return signed_in(amara)


def found(by: Person, *codes: str, own: tuple[str, ...] = (), moment: Moment | None = None) -> list[Strength]:
    return actions.find_strengths(by=by, moment=moment, codes=codes, own=own)


def page(client: Client, name: str, *args: Any) -> str:
    return client.get(reverse(f"experience:{name}", args=args)).content.decode()


def test_there_are_some_sixty_words_each_once_and_each_with_its_sentence() -> None:
    assert 55 <= len(LISTED) == sum(len(group) for _name, group in GROUPS) <= 65
    assert all(str(each.label) and str(each.sentence).endswith(".") for each in LISTED.values())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_word_points_to_two_strengths(language: str) -> None:
    words = [word for each in LISTED.values() for word in getattr(each, language).split()]
    assert len(words) == len(set(words)) > 100


def test_words_that_somebody_wrote_point_to_strengths_by_a_rule_that_is_shown() -> None:
    assert hints(["I asked my sister, and we COOKED."], "en") == {"ask": "asked", "cook": "COOKED"}
    assert hints(["J’ai demandé à ma grand-mère"], "fr") == {"ask": "demandé", "look-after": "grand-mère"}
    assert hints(["xyz", ""], "en") == {}
    first = in_groups({"ask": "asked"})[0]
    assert first[1] == [("ask", "I ask for help when I need it – you wrote “asked”")]


@pytest.mark.parametrize(
    "text", ["I was in pain in March", "We chatted, ready or not", "I listed nothing in the country"]
)
def test_words_that_only_look_alike_point_nowhere_in_english(text: str) -> None:
    assert hints([text], "en") == {}


@pytest.mark.parametrize("text", ["J’avais de la peine lundi", "Je n’avais pas son portable", "Il ne lui restait rien"])
def test_words_that_only_look_alike_point_nowhere_in_french(text: str) -> None:
    assert hints([text], "fr") == {}


def test_no_strength_is_offered_twice_nor_one_that_is_on_the_list() -> None:
    offered = [
        code for _name, group in in_groups({"ask": "asked", "cook": "cook"}, ["cook", "sew"]) for code, _label in group
    ]
    assert len(offered) == len(set(offered)) == len(LISTED) - 2
    assert not {"cook", "sew"} & set(offered)


@database
def test_one_stops_at_every_step_and_loses_nothing(client: Client) -> None:
    answer = client.post(reverse("experience:walk"), {"moment": "The long winter", "time": "2019", "stop": "yes"})
    moment = Moment.objects.get()
    assert answer["Location"] == reverse("experience:moment", args=[moment.pk])
    for step in ("did", "helped", "says"):
        client.post(reverse("experience:moment-step", args=[moment.pk, step]), {step: f"My {step}", "stop": "yes"})
    shown = page(client, "moment", moment.pk)
    assert all(words in shown for words in ("The long winter", "2019", "My did", "My helped", "My says"))


@database
def test_one_page_back_keeps_what_was_typed(client: Client, amara: Person) -> None:
    moment = actions.begin_moment(by=amara, told={})
    told = {"helped": "A dog", "back": "yes"}
    answer = client.post(reverse("experience:moment-step", args=[moment.pk, "helped"]), told)
    assert answer["Location"].endswith("/did/")
    client.post(reverse("experience:moment-step", args=[moment.pk, "words"]), {"codes": ["calm"], "back": "yes"})
    moment.refresh_from_db()
    assert (moment.helped, moment.strengths.count()) == ("A dog", 1)


@database
def test_a_moment_may_stay_unwritten_and_every_page_empty(client: Client) -> None:
    client.post(reverse("experience:walk"), {"moment": ""})
    moment = Moment.objects.get()
    for step in ("did", "helped", "says"):
        assert client.post(reverse("experience:moment-step", args=[moment.pk, step]), {step: ""}).status_code == 302
    client.post(reverse("experience:moment-step", args=[moment.pk, "words"]), {"codes": ["calm"]})
    assert "A moment that I keep to myself" in page(client, "strengths").partition("Found in:")[2]


@database
def test_a_form_sent_twice_makes_one_moment_and_one_strength(client: Client, amara: Person) -> None:
    for _time in range(2):
        client.post(reverse("experience:walk"), {"moment": "x", "new_id": "0b0a3c1e-0000-4000-8000-000000000001"})
        client.post(reverse("experience:strength-new"), {"codes": ["calm"], "own": "I bake"})
    assert (Moment.objects.count(), Strength.objects.count()) == (1, 2)


@database
def test_what_is_unticked_for_a_moment_stays_on_the_list(amara: Person) -> None:
    moment = actions.begin_moment(by=amara, told={})
    calm, cook = found(amara, "calm", "cook", moment=moment)
    actions.find_strengths(by=amara, moment=moment, codes=[], own=[], keep=[cook.pk])
    assert list(moment.strengths.all()) == [cook]
    assert list(Strength.objects.visible_to(amara)) == [calm, cook]


@database
def test_the_list_keeps_the_order_of_its_owner(client: Client, amara: Person) -> None:
    calm, cook, sew = found(amara, "calm", "cook", "sew")
    client.post(reverse("experience:strength-up", args=[sew.pk]))
    client.post(reverse("experience:strength-up", args=[calm.pk]))
    assert list(Strength.objects.visible_to(amara)) == [calm, sew, cook]


@database
def test_a_listed_word_speaks_the_language_of_the_page_until_it_is_said_otherwise(
    client: Client, amara: Person
) -> None:
    (cook,) = found(amara, "cook")
    assert "Je cuisine" in client.get("/fr/me/strengths/").content.decode()
    client.post(
        reverse("experience:strength-edit", args=[cook.pk]), {"word": "Soup for ten", "sentence": "Cooks for ten."}
    )
    cook.refresh_from_db()
    assert (cook.label, cook.as_said, cook.is_own) == ("Soup for ten", "Cooks for ten.", True)
    assert "Soup for ten" in client.get("/fr/me/strengths/").content.decode()


@database
def test_what_was_put_out_stays_until_its_owner_changes_it_there(client: Client, amara: Person) -> None:
    (cook,) = found(amara, "cook")
    actions.put_on_about(by=amara, strength=cook, sentence="Cooks for ten.", shown=Shown.AFTER_YES)
    actions.word_strength(by=amara, strength=cook, word="I cook", sentence="Cooks for sixty.")
    assert reads.as_seen(amara, after_yes=True).strengths == ["Cooks for ten."]
    assert "On your list it says something else now." in page(client, "strength", cook.pk)
    client.post(reverse("experience:strength-on-about", args=[cook.pk]), {"sentence": "Cooks.", "shown": "me"})
    assert reads.as_seen(amara, after_yes=True).strengths == []
    assert Strength.objects.get().put_out is None


@database
def test_putting_it_on_about_me_says_who_sees_it_now(client: Client, amara: Person) -> None:
    (cook,) = found(amara, "cook")
    connect(one=amara.pk, other=person("Benoît").pk, reason="match")
    told = {"sentence": "Cooks for ten.", "shown": "after_yes"}
    answer = client.post(reverse("experience:strength-on-about", args=[cook.pk]), told, follow=True)
    assert "Seen now by: Benoît. Nobody else." in answer.content.decode()


@database
def test_only_the_sentence_stands_on_about_me_and_only_for_whom_she_says(amara: Person) -> None:
    moment = actions.begin_moment(by=amara, told={"moment": "The long winter"})
    (cook,) = found(amara, "cook", moment=moment)
    actions.put_on_about(by=amara, strength=cook, sentence="Cooks for ten.", shown=Shown.AFTER_YES)
    benoit = person("Benoît")
    connect(one=amara.pk, other=benoit.pk, reason="match")
    shown = page(signed_in(benoit), "seen", amara.pk)
    assert "Cooks for ten." in shown
    assert "The long winter" not in shown
    assert reads.as_seen(amara, after_yes=False).strengths == []


@database
def test_the_table_refuses_a_sentence_that_nobody_may_see(amara: Person) -> None:
    (cook,) = found(amara, "cook")
    cook.put_out = "Cooks for ten."
    with pytest.raises(IntegrityError):
        cook.save()


@database
@pytest.mark.parametrize("name", ["Dana", "Chloé"])
def test_moments_and_strengths_do_not_exist_for_anybody_else(amara: Person, name: str) -> None:
    moment = actions.begin_moment(by=amara, told={"moment": "x"})
    (cook,) = found(amara, "cook", moment=moment)
    other = person(name)
    for address in ("moment", "moment-remove"):
        assert signed_in(other).get(reverse(f"experience:{address}", args=[moment.pk])).status_code == 404
    for address in ("strength-edit", "strength-on-about", "strength-remove", "strength-up"):
        assert signed_in(other).post(reverse(f"experience:{address}", args=[cook.pk])).status_code == 404
    with pytest.raises(NotAllowed):
        actions.find_strengths(by=other, moment=moment, codes=[], own=[])
    with pytest.raises(NotAllowed):
        actions.remove_strength(by=other, strength=cook)


@database
def test_a_moment_that_goes_leaves_its_strengths_and_a_strength_that_goes_its_moments(
    client: Client, amara: Person
) -> None:
    moment = actions.begin_moment(by=amara, told={"moment": "x"})
    calm, cook = found(amara, "calm", "cook", moment=moment)
    client.post(reverse("experience:strength-remove", args=[calm.pk]))
    assert list(moment.strengths.all()) == [cook]
    client.post(reverse("experience:moment-remove", args=[moment.pk]))
    assert list(Strength.objects.visible_to(amara)) == [cook]


@database
def test_help_is_near_and_nothing_is_counted(client: Client) -> None:
    shown = page(client, "walk")
    assert "without being swept away" in shown
    assert shown.count(reverse("directory:help-now")) == 2
    assert "%" not in shown.partition("<main")[2].partition("</main")[0]
