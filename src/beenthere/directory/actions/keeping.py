"""Entries that came from elsewhere are confirmed by whoever gives the service, through a link without a password."""

from typing import TYPE_CHECKING

from django.db import transaction

from beenthere.core import clock
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.core.search import index
from beenthere.core.still_right import AlreadyAnswered, Answer, SaysSomethingElse, made
from beenthere.directory import rules
from beenthere.directory.findable_services import KIND, entry_of
from beenthere.directory.keeping import seen_of
from beenthere.directory.models import Service, ServiceLink, Status
from beenthere.directory.rhythm import confirm_today

if TYPE_CHECKING:
    from beenthere.people.models import Person


def make_link(*, service: Service) -> ServiceLink | None:
    """Make the link of an entry, unless one stands."""
    return made(ServiceLink.objects.all(), service=service, contact=service.contact)


@transaction.atomic
def ask_now(*, by: "Person", service: Service) -> None:
    """Make the link of an entry; one that was for somebody else goes."""
    require(rules.may_ask_about, by, service)
    ServiceLink.objects.standing().filter(service=service).exclude(contact=service.contact).update(
        closed_at=clock.now()
    )
    if make_link(service=service):
        record("service.link_made", by=by, thing=service)


@transaction.atomic
def close_link(*, link: ServiceLink) -> None:
    """Let a link that ran out make room for the next."""
    ServiceLink.objects.standing().filter(pk=link.pk).update(closed_at=clock.now())


@transaction.atomic
def mark_sent(*, link: ServiceLink) -> bool:
    """Note that they were asked, once; only an open link can be sent."""
    return bool(ServiceLink.objects.standing().filter(pk=link.pk, sent_at=None).update(sent_at=clock.now()))


@transaction.atomic
def note_sent(*, by: "Person", link: ServiceLink) -> None:
    """Say that one has sent the link oneself."""
    require(rules.may_ask_about, by, link.service)
    if mark_sent(link=link):
        record("service.link_sent", by=by, thing=link.service)


@transaction.atomic
def answer_link(
    *, by: "Person | None", link: ServiceLink, answer: str, seen: str = "", words: str = "", language: str = ""
) -> None:
    """Note what whoever gives it says, once: whoever holds the code may, so no account is asked for.

    “Still right” confirms the entry at once as their word, if it says what they saw. Anything else is read first.
    """
    require(rules.may_answer, by)
    link = ServiceLink.objects.select_for_update().get(pk=link.pk)
    service = Service.objects.select_for_update(of=("self",)).select_related("provider").get(pk=link.service_id)
    link.service = service
    if not link.may_be_answered:
        raise AlreadyAnswered
    if answer == Answer.STILL and seen != seen_of(service):
        raise SaysSomethingElse
    link.answered_at, link.answer, link.words, link.language = clock.now(), Answer(answer), words, language
    link.save(update_fields=["answered_at", "answer", "words", "language"])
    if answer == Answer.STILL:
        confirm_today(service)
    record(f"service.link_answered: {answer}", by=None, thing=service)


@transaction.atomic
def decide(*, by: "Person", link: ServiceLink, agree: bool, words: str = "") -> None:
    """Read an answer: show what has changed, or that it no longer runs, on the page; or set it aside."""
    require(rules.may_ask_about, by, link.service)
    if not ServiceLink.objects.to_read().filter(pk=link.pk).update(decided_at=clock.now()):
        return
    service = Service.objects.select_for_update().get(pk=link.service_id)
    if agree and link.answer == Answer.ENDED:
        service.status = Status.DEFUNCT
    elif agree:
        service.alert = words or link.words
    if agree:
        service.changed_at = clock.now()
        service.save(update_fields=["status", "alert", "changed_at"])
        confirm_today(service)
    index(KIND, service.slug, entry_of(service))
    record("service.answer_read" if agree else "service.answer_set_aside", by=by, thing=service)
