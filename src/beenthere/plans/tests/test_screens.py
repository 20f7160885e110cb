import datetime as dt
import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from beenthere.core import clock
from beenthere.directory.models import ListedOrganisation
from beenthere.directory.tests.make import service as listed_service
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.plans import actions, reads
from beenthere.plans.models import ChosenSupport, Pace, Path, Step
from beenthere.plans.tests import make
from beenthere.plans.tests.pages import address, page, send, words_of
from beenthere.training.models import Training
from beenthere.work.models import Occupation

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


def test_a_blank_plan_welcomes_and_asks_nothing(hers: Client) -> None:
    shown = words_of(page(hers, "plan"))
    assert "Start anywhere" in shown
    assert "Writing nothing is fine too" in shown
    assert "Ne rien écrire, c’est très bien aussi" in page(hers, "plan", language="fr")


def test_the_dream_can_be_written_and_wiped_out(hers: Client, amara: Person) -> None:
    assert send(hers, "dream", dream="A bakery by the sea") == 302
    assert "A bakery by the sea" in page(hers, "plan")
    assert send(hers, "dream", dream="", csrf="") == 302
    assert reads.plan_of(amara).dream is None


def test_a_path_begins_and_stands_on_the_road(hers: Client, amara: Person) -> None:
    told = {"aim": "Café", "kind": "job", "hours": "7 h 30", "money_in": "$1,200", "new_id": uuid4()}
    assert [send(hers, "path-new", **told) for _ in range(2)] == [302, 302]
    path = Path.objects.get()
    assert (path.hours, path.money_in) == (7.5, 1200)
    assert "Café" in page(hers, "plan")
    assert "7,5&nbsp;h" in page(hers, "plan", language="fr")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("hours", "169", "A week has 168 hours."),
        ("hours", "lots", "Please write the hours as a number"),
        ("money_in", "-5", "Please write an amount in dollars"),
        ("money_out", "9999999", "more than this page can hold"),
        ("aim", "x" * 201, "1 letter too long"),
        ("kind", "prison", "Please choose one of the answers"),
        ("occupation", "Astronaut of Mars", "No occupation here has this name."),
    ],
)
def test_bad_input_gets_a_sentence_and_nothing_typed_is_lost(
    hers: Client, field: str, typed: str, sentence: str
) -> None:
    told = {"aim": "My own words", "kind": "job", "hours": "12", field: typed}
    response = hers.post(address("path-new"), told)
    assert response.status_code == 422
    html = response.content.decode()
    assert sentence in html
    assert field == "kind" or typed in html
    assert field == "aim" or "My own words" in html
    assert Path.objects.count() == 0


def test_an_occupation_is_taken_by_either_title_or_by_its_code(hers: Client) -> None:
    Occupation.objects.create(noc="63200", title_en="Cooks", title_fr="Cuisiniers/cuisinières", field="6", teer=3)
    for typed in ["Cooks", "cuisiniers/cuisinieres", "63200"]:
        assert send(hers, "path-new", aim=typed, kind="job", occupation=typed) == 302
    assert {path.occupation_id for path in Path.objects.all()} == {"63200"}


def test_a_path_is_worded_anew_paced_and_removed(hers: Client, amara: Person) -> None:
    path = make.path(amara)
    assert send(hers, "path-edit", path.pk, aim="Nursing", kind="learning", hours="4") == 302
    assert send(hers, "path-pace", path.pk, pace="resting") == 302
    assert send(hers, "path-pace", path.pk, pace="failed") == 302
    path = Path.objects.get()
    assert (str(path), path.hours, path.pace) == ("Nursing", 4, Pace.RESTING)
    assert "“Nursing”" in page(hers, "path-remove", path.pk)
    assert send(hers, "path-remove", path.pk) == 302
    assert Path.objects.count() == 0


def test_a_step_is_written_for_two_paths_changed_done_and_reopened(hers: Client, amara: Person) -> None:
    one, other = make.path(amara), make.path(amara, aim="Café", kind="job")
    assert send(hers, "step-new", text="Evening course", paths=[one.pk, other.pk]) == 302
    step = Step.objects.get()
    assert "counts for Health-care aide and Café" in page(hers, "plan")
    assert send(hers, "step", step.pk, text="Evening class", paths=[one.pk]) == 302
    assert [send(hers, "step-done", step.pk) for _ in range(2)] == [302, 302]
    assert "done" in words_of(page(hers, "plan"))
    assert send(hers, "step-reopen", step.pk) == 302
    step.refresh_from_db()
    assert (step.text, step.done_on, list(step.paths.all())) == ("Evening class", None, [one])


def test_a_day_that_has_passed_is_asked_about_but_an_old_one_may_stay(hers: Client, amara: Person) -> None:
    yesterday = clock.today(amara) - dt.timedelta(days=1)
    response = hers.post(address("step-new"), {"text": "Call", "on": yesterday.isoformat()})
    assert response.status_code == 422
    assert "That day has passed." in response.content.decode()
    with clock.at(clock.now() - dt.timedelta(days=3)):
        old = make.step(amara, on=yesterday)
    assert send(hers, "step", old.pk, text="Call again", on=yesterday.isoformat()) == 302
    assert "was for" in page(hers, "plan")


def test_nobody_puts_a_step_on_somebody_elses_path(hers: Client, benoit: Person) -> None:
    theirs = make.path(benoit)
    assert send(hers, "step-new", text="Mine", paths=[theirs.pk]) in {302, 422}
    assert theirs.steps.count() == 0


def test_one_thing_next_can_wait(hers: Client, amara: Person) -> None:
    step = make.step(amara)
    assert "One thing next" in page(hers, "plan")
    assert send(hers, "step-aside", step.pk) == 302
    html = page(hers, "plan")
    assert "One thing next" not in html
    assert step.text in html


def test_a_support_is_chosen_rated_ended_and_removed(hers: Client) -> None:
    assert send(hers, "support-new", words="Tuesday walks", new_id=uuid4()) == 302
    support = ChosenSupport.objects.get()
    assert send(hers, "support-rate", support.pk, rating="helped") == 302
    assert send(hers, "support-rate", support.pk, rating="80 percent") == 302
    assert 'aria-pressed="true"' in page(hers, "plan")
    assert send(hers, "support-end", support.pk) == 302
    assert "Ended" in page(hers, "plan")
    assert send(hers, "support-remove", support.pk) == 302
    assert ChosenSupport.objects.count() == 0


def test_an_entry_of_each_catalogue_is_chosen_with_one_button(hers: Client) -> None:
    Training.objects.create(slug="core", name="Core Essentials", name_language="en")
    ListedOrganisation.objects.create(slug="phare", name="Le Phare", kind="peer-run")
    mill = listed_service("The Mill")
    for name, slug in [("support-training", "core"), ("support-organisation", "phare"), ("support-service", mill.slug)]:
        assert "to my plan?" in page(hers, name, slug)
        assert [send(hers, name, slug) for _ in range(2)] == [302, 302]
    assert [str(row.words) for row in ChosenSupport.objects.all()] == ["Core Essentials", "Le Phare", "The Mill"]
    assert f'href="{mill.get_absolute_url()}"' in page(hers, "plan")
    assert "(in English)" not in page(hers, "plan")
    assert "(en anglais)" in page(hers, "plan", language="fr")


def test_a_visitor_is_asked_to_sign_in_first(client: Client) -> None:
    Training.objects.create(slug="core", name="Core Essentials", name_language="en")
    response = client.get(address("support-training", "core"))
    assert response.status_code == 302
    assert "sign-in" in response["Location"]


def test_no_number_weighs_a_person_and_resting_is_no_warning(hers: Client, amara: Person) -> None:
    make.plan(amara, hours=10)
    resting = make.path(amara, hours=30)
    actions.pace_path(by=amara, path=resting, pace=Pace.RESTING)
    make.path(amara, aim="Café", kind="job", hours=25)
    html = page(hers, "plan")
    shown = words_of(html)
    assert "%" not in shown
    assert "That is 15 h more than the 10 h you have." in shown
    assert not re.search(r"fail|late|overdue|behind|warning|danger|clay", html.split("<main")[1].split("</main>")[0])


def test_a_plan_costs_the_same_number_of_queries_however_much_it_holds(hers: Client, amara: Person) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert hers.get(address("plan")).status_code == 200
        return len(seen)

    def more(number: int) -> None:
        reader = person(f"Reader {number}")
        path = make.path(amara, aim=f"Path {number}")
        make.shared(path, reader)
        actions.accept_suggestion(by=amara, suggestion=make.suggestion(path, reader))
        make.suggestion(path, reader)
        make.step(amara, path)
        make.support(amara)

    make.plan(amara)
    more(0)
    queries()  # public facts of the footer are remembered from now on
    once = queries()
    for number in range(1, 5):
        more(number)
    assert queries() == once


def test_beyond_eight_paths_the_road_is_told_in_words(hers: Client, amara: Person) -> None:
    for number in range(9):
        make.path(amara, aim=f"Path {number}")
    assert 'class="road in-words"' in page(hers, "plan")


def test_many_steps_done_long_ago_are_folded_and_can_be_seen(hers: Client, amara: Person) -> None:
    for number in range(5):
        actions.finish_step(by=amara, step=make.step(amara, text=f"Deed {number}"))
    assert "Deed 0" not in page(hers, "plan")
    assert "Show the 2 earlier steps too" in page(hers, "plan")
    assert "Deed 0" in hers.get(address("plan") + "?all").content.decode()


def test_what_the_catalogues_list_can_be_added_from_its_own_page(client: Client) -> None:
    Training.objects.create(slug="core", name="Core Essentials", name_language="en")
    ListedOrganisation.objects.create(slug="phare", name="Le Phare", kind="peer-run")
    Occupation.objects.create(noc="63200", title_en="Cooks", title_fr="Cuisiniers/cuisinières", field="6", teer=3)
    assert "/en/plan/supports/training/core/" in client.get("/en/training/core/").content.decode()
    assert "/en/plan/supports/organisation/phare/" in client.get("/en/organisations/phare/").content.decode()
    assert "/en/plan/paths/new/?occupation=63200&amp;kind=job" in client.get("/en/work/63200/").content.decode()


def test_a_path_begun_from_an_occupation_brings_its_title(hers: Client) -> None:
    Occupation.objects.create(noc="63200", title_en="Cooks", title_fr="Cuisiniers/cuisinières", field="6", teer=3)
    html = hers.get(address("path-new") + "?occupation=63200&kind=job").content.decode()
    assert 'value="Cooks"' in html
    assert re.search(r'value="job"[^>]*checked', html)


def test_an_only_path_is_ticked_for_a_new_step_and_none_of_several(hers: Client, amara: Person) -> None:
    make.path(amara, "Baker")
    assert page(hers, "step-new").count(" checked") == 1
    make.path(amara, "Singer")
    assert " checked" not in page(hers, "step-new")


def test_the_next_thing_stands_before_the_road(hers: Client, amara: Person) -> None:
    make.step(amara, text="Call the school")
    html = page(hers, "plan")
    assert html.index("One thing next") < html.index("My road")


def test_the_next_thing_of_the_plan_is_the_one_that_today_tells(hers: Client, amara: Person) -> None:
    resting, walked = make.path(amara, aim="Sewing"), make.path(amara)
    make.step(amara, resting, text="Buy thread")
    actions.pace_path(by=amara, path=resting, pace=Pace.RESTING)
    make.step(amara, resting, walked, text="Write the application")
    make.step(amara, walked, text="Ask for a day off", on=clock.today(amara) + dt.timedelta(days=9))
    aside = make.step(amara, text="Call the school", on=clock.today(amara) + dt.timedelta(days=5))
    actions.put_step_aside(by=amara, step=aside)
    assert [str(step) for step in reads.next_steps(amara)] == ["Ask for a day off", "Write the application"]
    assert "One thing next Ask for a day off" in words_of(page(hers, "plan"))
