"""The page of one training: facts as given, each with its source, a length to compare, and what search engines read."""

import json
import re
from dataclasses import dataclass

import pytest
from django.test import Client
from django.utils.html import escape

from beenthere.core import clock
from beenthere.training.catalogue.classification import band_of
from beenthere.training.catalogue.writing import Source, write
from beenthere.training.models import Origin, Training
from beenthere.training.tests.make import training

pytestmark = pytest.mark.django_db
ELSEWHERE = Source(Origin.COMMITTEE, "https://elsewhere.example/fees", "2027-01", checked=True)


@dataclass
class Lasting:
    hours: str = ""
    days: str = ""
    weeks: str = ""
    sessions: str = ""
    credits: str = ""


def page(training: Training, language: str = "en") -> str:
    answer = Client().get(f"/{language}/training/{training.slug}/")
    assert answer.status_code == 200
    return answer.content.decode()


def fact(html: str, label: str) -> str:
    found = re.search(rf"<dt>{label}</dt><dd>(.*?)</dd>", html, re.DOTALL)
    assert found, label
    return found[1]


def test_each_unit_stands_as_it_was_given() -> None:
    html = page(training(hours="40", days="5", sessions="10", credits="3", mandatory="Module 6", practicum="50 h"))
    told = [fact(html, label) for label in ("Hours", "Days", "Sessions", "Credits", "Not to be missed", "Practicum")]
    assert told == ["40", "5", "10", "3", "Module 6", "50 h"]


def test_a_phone_dials_the_number_alone() -> None:
    html = page(training(phone="867-555-0123 ext. 4 <b>"))
    assert fact(html, "Phone") == '<a href="tel:8675550123">867-555-0123</a> ext. 4 &lt;b&gt;'
    assert fact(page(training("By letter", phone="ask at the desk")), "Phone") == "ask at the desk"


LENGTHS = [
    (Lasting(hours="18"), (0, 21), "hours"),
    (Lasting(hours="40", days="5"), (21, 60), "hours"),
    (Lasting(hours="30-40 hours"), (21, 60), "hours"),
    (Lasting(hours="184"), (150, float("inf")), "hours"),
    (Lasting(hours="6 per week", weeks="about 16 (4 months)"), (60, 150), "each-week"),
    (Lasting(hours="6 per week"), None, "other"),
    (Lasting(hours="6 per week", weeks="4 days"), None, "other"),
    (Lasting(weeks="3 days"), None, "other"),
    (Lasting(days="4"), None, "other"),
    (Lasting(hours="several"), None, "other"),
    (Lasting(), None, "nothing"),
]


@pytest.mark.parametrize(("lasting", "hours", "how"), LENGTHS)
def test_a_length_is_compared_by_hours_alone(lasting: Lasting, hours: tuple[float, float] | None, how: str) -> None:
    found = band_of(lasting)
    assert (found.hours, found.how) == (hours, how)


def test_the_page_says_how_a_length_was_reached_or_that_it_cannot_be() -> None:
    assert "more than 21 and up to 60 hours (from the hours that the source gives)" in page(training(hours="40"))
    html = page(training("By the day", days="3"))
    assert "cannot be compared: the source does not count in hours" in html


def test_a_fact_from_another_source_shows_its_own() -> None:
    made = training(hours="40", cost="300")
    write(made, {"cost": "250"}, ELSEWHERE)
    html = page(made)
    assert "elsewhere.example</a>, 2027-01" in fact(html, "Cost")
    assert "example" not in fact(html, "Hours")
    sources = html.split("Where each fact comes from")[1]
    assert re.search(r"elsewhere\.example.*?checked here by the research committee.*?<dd>Cost</dd>", sources, re.DOTALL)
    assert re.search(r"example\.org.*?not yet checked here.*?<dd>Given by · Hours</dd>", sources, re.DOTALL)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "checked here by the research committee, "), ("fr", "vérifié ici par le comité de recherche le ")],
)
def test_who_checked_is_told_in_the_language_of_the_page(language: str, words: str) -> None:
    made = training(hours="40")
    Training.objects.filter(pk=made.pk).update(checked_by="committee", checked_on=clock.today())
    assert words in page(made, language)


def test_what_nobody_stated_stands_in_one_line() -> None:
    html = page(training(hours="40", cost="0", delivery="online"))
    assert re.search(r"Not stated: For whom · Where · Language · [^<]*Accessibility<", html)
    assert "How long" not in html.split("Not stated")[1].split("</p>")[0]
    assert "· How long<" in page(training("Nothing known"))


def course(html: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return]


def test_search_engines_read_the_facts_and_nothing_that_is_not_stated() -> None:
    made = training(
        cost="0",
        hours="40",
        delivery="hybrid",
        province="NU",
        city="Rankin Inlet",
        languages="English",
        starts_on=clock.today(),
    )
    told = course(page(made))
    assert (told["@type"], told["name"], told["isAccessibleForFree"]) == ("Course", "Listening well", True)
    instance: dict[str, object] = told["hasCourseInstance"]  # type: ignore[assignment]
    assert (instance["courseMode"], instance["courseWorkload"]) == ("Blended", "PT40H")
    assert instance["startDate"] == clock.today().isoformat()
    assert "Nunavut" in str(instance["location"])
    assert "educationalCredentialAwarded" not in told
    assert "courseWorkload" not in str(course(page(training("By the day", days="3"))))


def test_no_text_gets_out_of_the_data_for_search_engines() -> None:
    nasty = "</script><script>alert(1)</script>"
    html = page(training(provider=nasty, notes=nasty))
    assert nasty not in html
    assert escape(nasty) in html
    assert course(html)["provider"] == {"@type": "Organization", "name": nasty}


def test_the_page_says_how_to_have_it_on_paper() -> None:
    html = page(training())
    assert 'class="prints-large"' in html
    assert "It comes out in large letters" in html
