"""Who may do what with an account: only the person whose it is."""

from beenthere.consent.models import Block, Grant
from beenthere.people.models import Letter, Passkey, Person, Return, SignedInDevice, TrustedPerson


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


def may_be_trusted(person: Person, trusted: TrustedPerson) -> bool:
    """Was given the code by somebody else, who still asks."""
    return trusted.owner_id != person.pk and trusted.ended_at is None


def is_in_trust(person: Person, trusted: TrustedPerson) -> bool:
    """One of the two."""
    return person.pk in {trusted.owner_id, trusted.person_id}


def may_let_in(person: Person, way_back: Return) -> bool:
    """Is trusted by whoever looks for a way back, which is still open."""
    running = Return.objects.running().filter(pk=way_back.pk, person__isnull=False).exists()
    return running and TrustedPerson.objects.said_yes().filter(owner=way_back.person, person=person).exists()


def owns_device(person: Person, device: SignedInDevice) -> bool:
    """They are signed in there."""
    return device.person_id == person.pk


def owns_passkey(person: Person, passkey: Passkey) -> bool:
    """The passkey is theirs."""
    return passkey.person_id == person.pk
