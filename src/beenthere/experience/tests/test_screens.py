from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from beenthere.consent.actions import connect, disconnect
from beenthere.consent.models import Look
from beenthere.experience.models import AboutMe, LivedExperience, Part, Shown
from beenthere.experience.tests import make
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db(databases=["default", "keys"])


@pytest.fixture
def amara(client: Client) -> Person:
    amara = person("Amara")
    client.force_login(amara)
    return amara


def address(name: str, *args: object, language: str = "en") -> str:
    with override(language):
        return reverse(f"experience:{name}", args=args)


def text(response: Any) -> str:
    return str(response.content.decode())


def test_every_part_opens_empty_and_may_stay_so(client: Client, amara: Person) -> None:
    for part in Part:
        assert client.get(address("part", part.value)).status_code == 200
        response = client.post(address("part", part.value), {"shown": "me"}, follow=True)
        assert "It stays empty. That is fine." in text(response)


@pytest.mark.parametrize(
    ("part", "value", "shown_as"),
    [
        ("words", "I keep bees", "I keep bees"),
        ("languages", ["fr", "asl"], "French, ASL (sign language)"),
        ("area", "montreal", "Montréal (Quebec)"),
        ("ways", ["text"], "In writing"),
        ("free", ["mon-evening", "thu-evening"], "Evenings: Monday, Thursday"),
    ],
)
def test_a_part_is_told_and_stands_on_the_page(
    client: Client, amara: Person, part: str, value: object, shown_as: str
) -> None:
    response = client.post(address("part", part), {"value": value, "shown": "me"}, follow=True)
    assert "Saved. Only you see this." in text(response)
    assert shown_as in text(response)


def test_an_unknown_place_is_told_next_to_the_field_and_nothing_typed_is_lost(client: Client, amara: Person) -> None:
    response = client.post(address("part", "area"), {"value": "Monctn", "shown": "me"})
    assert response.status_code == 422
    assert "Did you mean Moncton?" in text(response)
    assert 'value="Monctn"' in text(response)
    assert not AboutMe.objects.exists()


def test_of_a_whole_postal_code_three_characters_are_kept(client: Client, amara: Person) -> None:
    client.post(address("part", "area"), {"value": "E1C 4Z6", "shown": "me"})
    assert AboutMe.objects.get(person=amara).area == "E1C"
    assert 'value="E1C"' in text(client.get(address("part", "area")))


def test_too_long_words_are_kept_on_the_screen(client: Client, amara: Person) -> None:
    response = client.post(address("part", "words"), {"value": "b" * 2001, "shown": "me"})
    assert response.status_code == 422
    assert "1 letter too long" in text(response)
    assert "b" * 2001 in text(response)


def test_one_can_walk_from_part_to_part(client: Client, amara: Person) -> None:
    parts = [*Part.values]
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        response = client.post(address("part", part), {"shown": "me", "go_on": "yes"})
        assert response["Location"] == (address("part", following) if following else address("lived"))


def test_saving_says_who_sees_it_now(client: Client, amara: Person) -> None:
    benoit = person("Benoît")
    posted = {"value": "I keep bees", "shown": Shown.AFTER_YES}
    assert "Nobody sees this now" in text(client.post(address("part", "words"), posted, follow=True))
    connect(one=amara.pk, other=benoit.pk, reason="match")
    assert "Seen now by: Benoît." in text(client.post(address("part", "words"), posted, follow=True))


def test_words_are_ticked_added_changed_and_removed(client: Client, amara: Person) -> None:
    posted = {"codes": ["housing"], "new_own": "Night shifts\n\n  Night   shifts ", "shown": "me"}
    page = text(client.post(address("choose", "lived"), posted, follow=True))
    assert "Having no steady home" in page
    assert "Night shifts" in page
    assert "Only you see 2 of these words." in page
    row = next(row for row in LivedExperience.objects.all() if row.is_own)
    client.post(address("word", row.pk), {"weight": "2", "shown": "on_offer"})
    row.refresh_from_db()
    assert (row.weight, row.shown) == (2, "on_offer")
    for _time in range(2):
        assert client.post(address("remove", row.pk)).status_code == 302
    assert LivedExperience.objects.count() == 1


def test_a_line_that_is_too_long_is_told(client: Client, amara: Person) -> None:
    response = client.post(address("choose", "lived"), {"new_own": "y" * 81, "shown": "me"})
    assert response.status_code == 422
    assert "fewer than 80 letters" in text(response)
    assert "y" * 81 in text(response)


def test_the_companion_reads_about_me_and_it_stands_in_the_log(client: Client, amara: Person) -> None:
    benoit = person("Benoît")
    make.told(benoit, words="I keep bees", shown=Shown.AFTER_YES)
    connect(one=amara.pk, other=benoit.pk, reason="match")
    assert "I keep bees" in text(client.get(address("seen", benoit.pk)))
    assert Look.objects.filter(owner=benoit.pk, reader=amara.pk).count() == 1


def test_after_an_ending_and_for_outsiders_it_does_not_exist(client: Client, amara: Person) -> None:
    benoit = person("Benoît")
    assert client.get(address("seen", benoit.pk)).status_code == 404
    connect(one=amara.pk, other=benoit.pk, reason="match")
    disconnect(one=amara.pk, other=benoit.pk)
    assert client.get(address("seen", benoit.pk)).status_code == 404


def test_nobody_opens_somebody_elses_word(client: Client, amara: Person) -> None:
    (row,) = make.lived(person("Dana"), "housing")
    assert client.get(address("word", row.pk)).status_code == 404
    client.post(address("remove", row.pk))
    assert LivedExperience.objects.filter(pk=row.pk).exists()


def test_my_own_preview_tells_before_from_after(client: Client, amara: Person) -> None:
    make.told(amara, words="I keep bees", shown=Shown.AFTER_YES)
    before, _heading, after = text(client.get(address("seen", amara.pk), follow=True)).partition("After a yes")
    assert "I keep bees" in after
    assert "I keep bees" not in before
    assert not Look.objects.exists()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_screen_opens_in_both_languages(client: Client, amara: Person, language: str) -> None:
    make.told(amara, words="Abeilles")
    (row,) = make.lived(amara, "housing")
    names = [
        ("about",),
        ("lived",),
        ("as-others-see",),
        ("word", row.pk),
        ("choose", "lived"),
        ("choose", "in_the_way"),
    ]
    screens: list[tuple[Any, ...]] = [*names, *(("part", part) for part in Part.values)]
    for name, *args in screens:
        response = client.get(address(name, *args, language=language))
        assert response.status_code == 200
        assert f'<html lang="{language}"' in text(response)


def test_visitors_are_asked_to_sign_in(client: Client) -> None:
    assert "/en/sign-in/" in client.get(address("about"))["Location"]


def test_unknown_parts_and_headings_do_not_exist(client: Client, amara: Person) -> None:
    assert client.get(address("part", "diagnosis")).status_code == 404
    assert client.get(address("choose", "diagnosis")).status_code == 404


def test_words_fold_into_groups_and_what_is_ticked_lies_open() -> None:
    amara = person("Amara")
    choose = reverse("experience:choose", args=["lived"])
    assert signed_in(amara).get(choose).content.decode().count("<details open>") == 1
    signed_in(amara).post(choose, {"codes": ["housing"], "shown": "me"})
    page = signed_in(amara).get(choose).content.decode()
    assert page.count("<details open>") == 2
    assert page.count("<details>") == 2


def test_words_on_my_offer_are_reasons_and_go_along_with_no_request_by_themselves(
    client: Client, amara: Person
) -> None:
    make.lived(amara, "housing", shown=LivedExperience.Shown.ON_OFFER)
    before, _heading, after = text(client.get(address("as-others-see"))).partition("After a yes")
    assert "Having no steady home" in before.partition("may be told as a reason")[2]
    assert "Having no steady home" in after.partition("Has lived through")[2]
    again = "When you ask, you choose again which words go along."
    assert again in before
    assert again in text(client.get(address("lived")))


def test_a_page_about_somebody_leads_back_and_prints_no_id(client: Client, amara: Person) -> None:
    benoit = person("Benoît")
    make.told(benoit, words="I keep bees")
    connect(one=amara.pk, other=benoit.pk, reason="match")
    page = text(client.get(address("seen", benoit.pk)))
    assert reverse("matching:mine") in page.partition("<h1>")[0].partition("<main")[2]
    assert "UUID(" not in page
    assert page.count("I keep bees") == 1
