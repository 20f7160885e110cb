"""Whoever gives a service says by a link whether its entry is right: without a password, and only a button acts."""

import datetime as dt

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from beenthere.core import clock
from beenthere.core.access import NotAllowed
from beenthere.core.still_right import code_for
from beenthere.directory import actions, jobs
from beenthere.directory.keeping import seen_of
from beenthere.directory.models import Provider, Service, ServiceLink
from beenthere.directory.tests.make import service
from beenthere.orgs.models import Role
from beenthere.orgs.tests.make import member, organisation
from beenthere.people.models import Person
from beenthere.people.tests.make import person, signed_in
from beenthere.training.tests.make import coalition

pytestmark = pytest.mark.django_db


def keeper() -> Person:
    ravi = person("Ravi")
    member(ravi, coalition(), Role.RESEARCH)
    return ravi


def asked(**more: str) -> ServiceLink:
    """The link of a service that tells an e-mail."""
    link = actions.make_link(service=service(email="tea@example.org", **more))
    assert link
    return link


def page_of(link: ServiceLink) -> str:
    return reverse("directory:still-right", args=[code_for(link.pk)])


def answer(link: ServiceLink, what: str, **more: str) -> int:
    """Press a button of the page, as it stands now."""
    told = {"answer": what, "seen": seen_of(Service.objects.get(pk=link.service_id))} | more
    return Client().post(page_of(link), told).status_code


def test_the_link_shows_the_entry_and_looking_changes_nothing(client: Client) -> None:
    page = client.get(page_of(asked())).content.decode()
    assert "Bread and Tea" in page
    assert "250-555-0123" in page
    assert Service.objects.get().confirmed_on is None


def test_still_right_counts_at_once_as_the_word_of_whoever_gives_it(client: Client) -> None:
    link = asked()
    answer(link, "still")
    kept = Service.objects.get()
    assert (kept.confirmed_on, kept.checked_on) == (clock.today(), None)
    assert "still right, says whoever gives this service" in client.get(kept.get_absolute_url()).content.decode()


def test_it_works_once() -> None:
    link = asked()
    answer(link, "still")
    answer(link, "ended")
    assert ServiceLink.objects.get().answer == "still"


def test_what_changed_while_they_read_is_not_confirmed(client: Client) -> None:
    link = asked()
    client.post(page_of(link), {"answer": "still", "seen": "an older moment"})
    assert Service.objects.get().confirmed_on is None
    assert ServiceLink.objects.get().is_open


def test_what_they_say_has_changed_is_read_before_it_stands_on_the_page(client: Client) -> None:
    ravi, link = keeper(), asked()
    answer(link, "corrected", words="We moved to 9 Oak Street")
    assert Service.objects.get().alert == ""
    assert "9 Oak Street" in signed_in(ravi).get(reverse("directory:due")).content.decode()
    decide = reverse("directory:decide", args=[link.service.slug])
    signed_in(ravi).post(decide, {"agree": "yes", "words": "They moved to 9 Oak Street"})
    assert "They moved to 9 Oak Street" in client.get(link.service.get_absolute_url()).content.decode()


def test_something_has_changed_needs_words() -> None:
    link = asked()
    assert answer(link, "corrected") == 422
    assert ServiceLink.objects.get().is_open


def test_that_it_is_not_run_any_more_is_read_first() -> None:
    ravi, link = keeper(), asked()
    answer(link, "ended")
    assert Service.objects.get().runs
    signed_in(ravi).post(reverse("directory:decide", args=[link.service.slug]), {"agree": "yes"})
    assert not Service.objects.get().runs


def test_set_aside_nothing_changes() -> None:
    ravi, link = keeper(), asked()
    answer(link, "ended")
    signed_in(ravi).post(reverse("directory:decide", args=[link.service.slug]), {"aside": "yes"})
    assert Service.objects.get().runs
    assert not ServiceLink.objects.to_read().exists()


def test_a_link_opens_nothing_once_the_entry_names_another_to_ask() -> None:
    link = asked()
    Service.objects.update(email="somebody-else@example.org")
    answer(link, "still")
    assert Service.objects.get().confirmed_on is None


def test_a_link_ends_by_itself() -> None:
    link = asked()
    with clock.at(clock.now() + dt.timedelta(days=61)):
        answer(link, "still")
    assert ServiceLink.objects.get().answered_at is None


def test_whoever_sends_the_links_answers_none() -> None:
    ravi, link = keeper(), asked()
    with pytest.raises(NotAllowed):
        actions.answer_link(by=ravi, link=link, answer="still", seen=seen_of(link.service))


def test_only_the_committee_asks_and_never_about_what_an_organisation_keeps_itself() -> None:
    listed = service()
    with pytest.raises(NotAllowed):
        actions.ask_now(by=person("Dana"), service=listed)
    Service.objects.update(kept_by=organisation())
    with pytest.raises(NotAllowed):
        actions.ask_now(by=keeper(), service=Service.objects.get())


def test_the_keeper_copies_a_letter_in_both_languages() -> None:
    ravi, listed = keeper(), service(email="tea@example.org")
    asking = reverse("directory:asking", args=[listed.slug])
    signed_in(ravi).post(reverse("directory:ask", args=[listed.slug]))
    page = signed_in(ravi).get(asking).content.decode()
    assert f"/en/services/still-right/{code_for(ServiceLink.objects.get().pk)}/" in page
    assert "/fr/services/" in page
    signed_in(ravi).post(reverse("directory:ask", args=[listed.slug]), {"sent": "yes"})
    assert ServiceLink.objects.get().sent_at


def test_whoever_answered_once_is_asked_again_when_it_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "MAIL_SET_UP", True)
    link = asked()
    answer(link, "still")
    service("Never asked", email="other@example.org")
    with clock.at(clock.now() + dt.timedelta(days=200)):
        jobs.ask_again()
        jobs.mail_link(str(ServiceLink.objects.standing().get().pk))
        jobs.ask_again()
    assert [message.to for message in mail.outbox] == [["tea@example.org"]]


def test_the_address_of_the_organisation_is_asked_where_the_service_tells_none() -> None:
    listed = service()
    Provider.objects.update(email="office@example.org")
    assert Service.objects.get(pk=listed.pk).contact == "office@example.org"
