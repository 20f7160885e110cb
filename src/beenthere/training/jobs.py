"""What happens later: ask providers, publish what waited, read and publish files, find what looks alike, forget."""

import datetime as dt
from uuid import UUID

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Exists, OuterRef
from django.utils import translation

from beenthere.core import clock
from beenthere.core.jobs import enqueue, every, job
from beenthere.training import actions
from beenthere.training.committee.providers import letter_for
from beenthere.training.importing import bringing, lookalikes
from beenthere.training.models import (
    BatchState,
    ImportBatch,
    ImportFile,
    ImportRow,
    Origin,
    Proposal,
    ProviderLink,
    Training,
    Upkeep,
)
from beenthere.training.models.importing import DECIDED, LEFT_LYING, ROWS_KEPT
from beenthere.training.models.proposals import KEPT_AFTER

ONE_DAY = 24 * 60
WORDS_KEPT_AFTER = dt.timedelta(days=90)
ROWS_AT_ONCE = 2000
AT_ONCE = 1000  # a first day with a hundred thousand records must not write for hours


@every(minutes=ONE_DAY)
def ask_who_gives_it() -> None:
    """Make the link of each record that is due, and send it where the committee knows whom to ask."""
    for link in ProviderLink.objects.standing().filter(expires_at__lte=clock.now()):
        actions.close_link(link=link)
    asked = Exists(ProviderLink.objects.standing().filter(training=OuterRef("pk")))
    answered = Exists(Proposal.objects.waiting().filter(training=OuterRef("pk"), origin=Origin.PROVIDER))
    for training in Training.objects.due().exclude(asked).exclude(answered).order_by("confirm_by", "pk")[:AT_ONCE]:
        actions.make_link(training=training)
    if settings.MAIL_SET_UP:
        reachable = Upkeep.objects.exclude(contact="").filter(training=OuterRef("training"))
        waiting = ProviderLink.objects.standing().filter(Exists(reachable), sent_at=None, training__merged_into=None)
        for pk in waiting.values_list("pk", flat=True):
            enqueue(mail_link, link_id=str(pk))


@job
def mail_link(link_id: str) -> None:
    """Send one link by e-mail, in both languages."""
    link = ProviderLink.objects.standing().select_related("training__upkeep").filter(pk=UUID(link_id)).first()
    if link is None or link.sent_at or not link.is_open or link.training.merged_into_id:
        return
    if not link.training.upkeep.contact:
        return
    letters = [letter_for(link, language) for language in _languages(link.training)]
    with translation.override(link.training.name_language):
        send_mail(
            subject=" · ".join(letter.subject for letter in letters),
            message="\n\n— — —\n\n".join(letter.text for letter in letters),
            from_email=None,
            recipient_list=[link.training.upkeep.contact],
        )
    actions.mark_sent(link=link)


def _languages(training: Training) -> list[str]:
    """That of the record first."""
    return sorted(("en", "fr"), key=lambda code: code != training.name_language)


@every(minutes=60)
def publish_what_waited() -> None:
    """Find what has waited in public for its time; each is its own job, so that one that fails holds up none."""
    for pk in Proposal.objects.waiting().filter(publish_on__lte=clock.now()).values_list("pk", flat=True):
        enqueue(publish_waited, proposal_id=str(pk))


@job
def publish_waited(proposal_id: str) -> None:
    """Publish one."""
    proposal = Proposal.objects.filter(pk=UUID(proposal_id)).first()
    if proposal is not None:
        actions.publish_after_wait(proposal=proposal)


@every(minutes=ONE_DAY)
def forget_proposals() -> None:
    """Forget how people knew three months after a decision, and the whole proposal after a year."""
    now = clock.now()
    Proposal.objects.filter(decided_at__lt=now - KEPT_AFTER).delete()
    Proposal.objects.filter(decided_at__lt=now - WORDS_KEPT_AFTER).exclude(words="").update(words="")


@job
def read_rows(batch: str) -> None:
    """Read some rows, and come back for more after whoever else waits."""
    if bringing.read_for(batch):
        enqueue(read_rows, batch=batch)


@job
def publish_rows(batch: str) -> None:
    """Publish some rows, and come back for more; when all are, look for duplicates among them."""
    if bringing.publish_for(batch):
        enqueue(publish_rows, batch=batch)
    else:
        enqueue(find_duplicates)


@job
def find_duplicates() -> None:
    """Compare what was written lately with everything."""
    lookalikes.look_at_changed()


@every(minutes=15)
def look_for_duplicates() -> None:
    """The same for whatever else was published meanwhile."""
    lookalikes.look_at_changed()


@every(minutes=24 * 60)
def forget_rows() -> None:
    """Forget the rows of files that were decided long ago, and files that nobody went on with."""
    now = clock.now()
    idle = ImportBatch.objects.filter(state__in=[BatchState.COLUMNS, BatchState.READ], made_at__lt=now - LEFT_LYING)
    idle.update(state=BatchState.CANCELLED, decided_at=now)
    over = ImportBatch.objects.filter(state__in=DECIDED)
    ImportFile.objects.filter(batch__in=over).delete()
    old = ImportRow.objects.filter(batch__in=over.filter(decided_at__lt=now - ROWS_KEPT))
    while pks := list(old.order_by("pk").values_list("pk", flat=True)[:ROWS_AT_ONCE]):
        ImportRow.objects.filter(pk__in=pks).delete()
