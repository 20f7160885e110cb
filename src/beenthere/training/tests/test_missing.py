"""What is missing: each number is that of the list behind it, and nothing unknown is passed off as known."""

import re

import pytest
from django.test import Client

from beenthere.core import clock
from beenthere.training.models import Standing, Training
from beenthere.training.seed import load_seed
from beenthere.training.tests.make import training

pytestmark = pytest.mark.django_db

ADDRESS = "/en/training/gaps/"
CELL = re.compile(r'<td class="(\w+)"><a href="([^"]*)">.*?<span class="hidden-words">([^<]*)</span>', re.DOTALL)


def page(client: Client, query: str = "", language: str = "en") -> str:
    response = client.get(f"/{language}/training/gaps/{query}")
    assert response.status_code == 200
    return response.content.decode()


def cells(html: str) -> list[tuple[str, str, str]]:
    """Each cell of the table: how much is known, the list behind it, its words."""
    found = [(known, address.replace("&amp;", "&"), words) for known, address, words in CELL.findall(html)]
    assert len(found) == 13 * 6
    return found


def listed_in(client: Client, address: str) -> int:
    told = re.search(r"(\d+) trainings?<", client.get(address).content.decode())
    return int(told[1]) if told else 0


def number_in(words: str) -> int:
    return int(words.split(maxsplit=1)[0]) if words[0].isdigit() else 0


def test_each_number_is_that_of_the_list_behind_it(client: Client) -> None:
    load_seed()
    for query in ("", "?audience=families", "?online=no&delivery=in-person"):
        for _known, address, words in cells(page(client, query))[::7]:
            assert listed_in(client, address) == number_in(words), address


def test_what_is_confirmed_is_told_apart_from_what_is_only_listed(client: Client) -> None:
    training("Checked", province="NU", languages="English", checked_on=clock.today(), checked_by="committee")
    training("Told", province="YT", languages="French")
    found = {address.split("?")[1]: (known, words) for known, address, words in cells(page(client, "?online=no"))}
    assert found["province=NU&language=en"] == ("confirmed", "1 listed, 1 of them confirmed")
    assert found["province=YT&language=fr"] == ("listed", "1 listed, none confirmed")
    assert found["province=NU&language=fr"] == ("nothing", "nothing known")


def test_what_is_over_does_not_count(client: Client) -> None:
    training("Long ago", province="NU", languages="English", standing=Standing.HISTORIC)
    assert {known for known, _address, _words in cells(page(client))} == {"nothing"}


def test_what_is_online_counts_everywhere_unless_one_says_otherwise(client: Client) -> None:
    training("From afar", province="ON", languages="French", delivery="online, live")
    known = [sum(cell[0] == "listed" for cell in cells(page(client, query))) for query in ("", "?online=no")]
    assert known == [26, 2]  # French, and all of them: in thirteen, and in one


def test_a_place_without_anything_in_person_is_named_and_one_near_is_not(client: Client) -> None:
    training("Together", province="QC", city="Gatineau", delivery="in-person")
    html = page(client)
    places = html[html.index('class="gap-places"') :]
    assert "Iqaluit" in places
    assert "Ottawa" not in places.replace("Ottawa Valley", "")


def test_it_says_what_it_cannot_know(client: Client) -> None:
    training("Somewhere", province="", delivery="")
    assert "not the same as not existing" in page(client)
    assert "1 training says neither where it is given" in page(client)
    assert "Ne pas figurer ici ne veut pas dire ne pas exister" in page(client, language="fr")


ODD = ["?audience=%00", "?competency=%00", "?competency=" + "x" * 500, "?delivery=%27&online=perhaps"]


@pytest.mark.parametrize("query", ODD)
def test_nothing_in_the_address_breaks_the_page(client: Client, query: str) -> None:
    assert "<h1>" in page(client, query, "fr")


def test_it_asks_no_more_often_when_there_is_more(client: Client, django_assert_max_num_queries: object) -> None:
    load_seed()
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        page(client)
    assert Training.objects.count() > 60
