"""Taking everything along, and taking back what one gave others to read."""

from django.db import transaction

from beenthere.consent import actions as consent
from beenthere.consent.models import Block, Grant
from beenthere.core.access import require
from beenthere.core.audit import record
from beenthere.people import rules
from beenthere.people.download import packed
from beenthere.people.models import Person


def download(*, by: Person) -> bytes:
    """Pack everything that we keep about a person for that person."""
    require(rules.is_peer, by)
    # Without a transaction around it: packing only reads, and must not hold up everybody else's writing.
    record("person.downloaded", by=by, thing=by)
    return packed(by)


@transaction.atomic
def stop_sharing(*, by: Person, grant: Grant) -> None:
    """Stop one sharing at once."""
    require(rules.owns_grant, by, grant)
    consent.stop_grant(owner=by.pk, grant=grant)
    record("sharing.stopped", by=by, thing=grant)


@transaction.atomic
def stop_all_sharing(*, by: Person) -> None:
    """Stop everything that others may read of this person."""
    require(rules.is_peer, by)
    consent.stop_all(owner=by.pk)
    record("sharing.all_stopped", by=by, thing=by)


@transaction.atomic
def unblock(*, by: Person, block: Block) -> None:
    """Take a block back."""
    require(rules.set_block, by, block)
    consent.unblock(by=by.pk, whom=block.whom)
    record("person.unblocked", by=by, thing=None)
