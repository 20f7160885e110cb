import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy

from beenthere.core.privacy import personal_models, privacy_of
from beenthere.directory.seed import load_seed
from beenthere.home.promises import PROMISES
from beenthere.people import actions
from beenthere.people.actions import write_letter
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara() -> Person:
    return person("Amara")


@pytest.mark.parametrize(("wanted", "language"), [("fr-CA,fr;q=0.9", "fr"), ("en-CA", "en"), ("de", "en"), ("", "en")])
def test_the_door_chooses_by_the_browser(client: Client, wanted: str, language: str) -> None:
    answer = client.get("/", headers={"accept-language": wanted})
    assert answer["Location"] == f"/{language}/"
    assert "Accept-Language" in answer["Vary"]


def test_the_door_knows_the_language_of_an_account() -> None:
    assert signed_in(person("Benoît", language="fr")).get("/")["Location"] == "/fr/"


def test_the_front_page_says_what_this_is(client: Client) -> None:
    assert "been where you are" in client.get("/en/").content.decode()
    assert "là où vous êtes" in client.get("/fr/").content.decode()


def test_every_page_names_its_other_language(client: Client) -> None:
    page = client.get("/en/promises/?a=1").content.decode()
    assert 'hreflang="fr" href="http://127.0.0.1:8000/fr/promises/?a=1"' in page
    assert 'href="/fr/promises/?a=1" lang="fr"' in page


def test_the_public_page_tells_of_every_table_about_people(client: Client) -> None:
    page = client.get("/en/privacy/").content.decode()
    with translation.override("en"):
        titles = {str(privacy_of(model).title) for model in personal_models()}
        missing = [title for title in titles if _escaped(title) not in page]
    assert titles
    assert missing == []


def _escaped(text: str) -> str:
    from django.utils.html import escape

    return escape(text)


def test_every_promise_stands_on_the_page(client: Client) -> None:
    page = client.get("/fr/promises/").content.decode()
    with translation.override("fr"):
        assert [p.title for p in PROMISES if _escaped(str(p.title)) not in page] == []
    assert len(PROMISES) == 12


def test_leaving_signs_out_forgets_and_shows_something_else(amara: Person) -> None:
    hers = signed_in(amara)
    answer = hers.get("/en/leave/")
    assert answer["Location"] == "https://weather.gc.ca/"
    assert "cookies" in answer["Clear-Site-Data"]
    assert "storage" in answer["Clear-Site-Data"]
    assert hers.get("/en/me/").status_code == 302


def test_me_leads_to_everything_of_ones_own(amara: Person) -> None:
    page = signed_in(amara).get("/en/me/").content.decode()
    for name in ("people:sharing", "people:download", "people:erase", "people:account", "talk:list"):
        assert f'href="{reverse(name)}"' in page
    assert reverse("desk:desk") not in page


def test_a_first_day_presses_nobody(amara: Person) -> None:
    page = signed_in(amara).get("/en/").content.decode()
    assert "Hello Amara" in page
    assert "Start anywhere" in page


def test_an_address_that_does_not_exist_says_so_in_the_language(client: Client) -> None:
    answer = client.get("/fr/nulle-part/")
    assert answer.status_code == 404
    assert "Il n’y a rien ici" in answer.content.decode()


def test_a_broken_page_needs_nothing() -> None:
    from django.test import RequestFactory

    from beenthere.home.views import server_error

    answer = server_error(RequestFactory().get("/en/"))
    assert answer.status_code == 500
    assert "9-8-8" in answer.content.decode()


def test_the_site_answers_machines(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /fr/plan/" in robots
    assert client.get("/favicon.ico").status_code == 302


def test_the_gallery_shows_every_component(client: Client) -> None:
    page = client.get("/ui/").content.decode()
    assert 'role="alert"' in page
    assert 'type="date"' in page


def test_the_national_line_stays_beside_that_of_the_province() -> None:
    load_seed()
    lune = person("Lune", language="fr")
    Person.objects.filter(pk=lune.pk).update(province="QC")
    footer = signed_in(lune).get("/fr/me/").content.decode().partition("<footer")[2]
    assert "9-8-8" in footer
    assert "1-866-277-3553" in footer
    assert footer.index("1-866-277-3553") < footer.index("9-8-8")


def test_letters_of_the_same_words_are_told_once_today(amara: Person) -> None:
    for _time in range(2):
        write_letter(to=amara, text=gettext_lazy("Please call 9-8-8."), route="directory:help-now")
    page = signed_in(amara).get("/en/").content.decode()
    assert page.count("<p>Please call 9-8-8.") == 1
    assert "1 more letter" in page


def test_a_passphrase_is_not_said_to_be_kept(client: Client) -> None:
    page = client.post("/en/sign-in/", {"sign_in_word": "moss-maple-41", "passphrase": ""}).content.decode()
    assert "All is kept but the passphrase." in page
    assert "Nothing you typed is lost." not in page


@pytest.mark.parametrize(("language", "words"), [("en", "Nothing was done"), ("fr", "Rien n’a été fait")])
def test_the_address_of_a_button_shows_a_page(amara: Person, language: str, words: str) -> None:
    with translation.override(language):
        answer = signed_in(amara).get(reverse("people:stop-returns"))
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert f"<h1>{words}</h1>" in answer.text
    assert f'href="/{language}/"' in answer.text


def test_the_first_page_says_how_many_trusted_people_are_missing(amara: Person) -> None:
    def trusted_by(*names: str) -> str:
        for name in names:
            asked = actions.ask_to_be_trusted(by=amara)
            assert asked
            actions.say_yes(by=person(name), trusted=asked)
        return signed_in(amara).get("/en/").text

    assert "only two people whom you trust can let you back in" in trusted_by()
    assert "One more is needed" in trusted_by("Benoît")
    assert "One more is needed" in signed_in(amara).get(reverse("people:trusted")).text
    assert "let you back in" not in trusted_by("Odile")
    assert "Sign-in, card, trusted people" in signed_in(amara).get(reverse("home:me")).text
