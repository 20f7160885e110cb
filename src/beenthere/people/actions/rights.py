"""Taking everything along, and taking back what one gave others to read."""

from django.db import transaction

from beenthere.consent import actions as consent
from beenthere.consent.models import Block, Grant
from beenthere.core import known
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people import rules
from beenthere.people.models import Person


@transaction.atomic
def note_download(*, by: Person) -> None:
    """Record that a person takes everything along, before it is packed."""
    require(rules.is_peer, by)
    record("person.downloaded", by=by, thing=by)


@transaction.atomic
def stop_sharing(*, by: Person, grant: Grant) -> None:
    """Stop one sharing at once."""
    require(rules.owns_grant, by, grant)
    consent.stop_grant(owner=by.pk, grant=grant)
    record("sharing.stopped", by=by, thing=grant)


@transaction.atomic
def stop_all_sharing(*, by: Person) -> None:
    """Stop everything that others may read of this person, and everything that an app here tells and can stop."""
    require(rules.is_peer, by)
    consent.stop_all(owner=by.pk)
    known.stop_everything(by)
    record("sharing.all_stopped", by=by, thing=by)


@transaction.atomic
def unblock(*, by: Person, block: Block) -> None:
    """Take a block back."""
    require(rules.set_block, by, block)
    consent.unblock(by=by.pk, whom=block.whom)
    record("person.unblocked", by=by, thing=None)
