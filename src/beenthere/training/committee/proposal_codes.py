"""What whoever holds the code of a proposal may know of it."""

from typing import TYPE_CHECKING

from beenthere.core import codes, keys
from beenthere.training.models import Proposal

if TYPE_CHECKING:
    from beenthere.people.models import Person

MOST_SHOWN = 50


def code_of(proposal: Proposal) -> str:
    """Work out the code of a proposal again: only this server can, with its master key."""
    return codes.from_hex(keys.token(str(proposal.pk), purpose="code of a proposal"))


def code_token(typed: str) -> str:
    """The form in which a code is stored and compared."""
    return keys.token(codes.tidied(typed), purpose="token of a proposal's code")


def by_code(typed: str) -> Proposal | None:
    """Find the proposal of a code, however it was typed. One look-up by its token, whether there is one or not."""
    return Proposal.objects.select_related("training").filter(code_token=code_token(typed)).first()


def proposed_by(person: "Person | None") -> list[tuple[Proposal, str]]:
    """What somebody proposed while signed in, each with its code, the newest first."""
    if person is None:
        return []
    rows = Proposal.objects.filter(by=person).exclude(code_token="").select_related("training").order_by("-made_at")
    return [(row, code_of(row)) for row in rows[:MOST_SHOWN]]
