"""What the clock does for services: it counts what people told, and asks again whoever has answered before."""

from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Exists, OuterRef
from django.utils import translation

from beenthere.core import clock
from beenthere.core.jobs import enqueue, every, job
from beenthere.directory import actions
from beenthere.directory.happened import counted, first_of_month
from beenthere.directory.keeping import letter_for
from beenthere.directory.models import HappenedRound, Service, ServiceLink

AT_ONCE = 500


@every(minutes=12 * 60)
def count_what_happened() -> None:
    """This month's numbers, once; what is counted is opened before anything is written."""
    as_of = first_of_month()
    if not HappenedRound.objects.filter(as_of=as_of).exists():
        actions.publish_what_happened(as_of=as_of, counted=counted(as_of))


@every(minutes=24 * 60)
def ask_again() -> None:
    """Make the link of each entry that is due again, and send it. Whoever never answered is asked by a person first."""
    for link in ServiceLink.objects.standing().filter(expires_at__lte=clock.now()):
        actions.close_link(link=link)
    links = ServiceLink.objects.filter(service=OuterRef("pk"))
    known = Service.objects.due().filter(confirmed_on__isnull=False).select_related("provider")
    for service in known.exclude(Exists(links.standing())).exclude(Exists(links.to_read()))[:AT_ONCE]:
        actions.make_link(service=service)
    if settings.MAIL_SET_UP:
        waiting = ServiceLink.objects.standing().filter(sent_at=None, service__confirmed_on__isnull=False)
        for pk in waiting.exclude(contact="").values_list("pk", flat=True):
            enqueue(mail_link, link_id=str(pk))


@job
def mail_link(link_id: str) -> None:
    """Send one link by e-mail, in both languages, that of the entry first."""
    link = ServiceLink.objects.standing().select_related("service__provider").filter(pk=UUID(link_id)).first()
    if link is None or link.sent_at or not link.contact or not link.may_be_answered:
        return
    languages = sorted(("en", "fr"), key=lambda code: code != link.service.language)
    letters = [letter_for(link, language) for language in languages]
    with translation.override(link.service.language):
        subject = " · ".join(letter.subject for letter in letters)
        send_mail(subject, "\n\n— — —\n\n".join(letter.text for letter in letters), None, [link.contact])
    actions.mark_sent(link=link)
