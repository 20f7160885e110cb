"""Who may do what with an account: only the person whose it is."""

from beenthere.consent.models import Block, Grant
from beenthere.people.models import Letter, Person


def is_peer(person: Person) -> bool:
    """Everybody with an account; peers and supporters are the same people."""
    return person.is_authenticated


def owns_letter(by: Person, letter: Letter) -> bool:
    """The letter was written to them."""
    return letter.person_id == by.pk


def owns_grant(by: Person, grant: Grant) -> bool:
    """It is their own piece that is shared."""
    return grant.owner == by.pk


def set_block(by: Person, block: Block) -> bool:
    """They set the block themselves."""
    return block.by == by.pk
