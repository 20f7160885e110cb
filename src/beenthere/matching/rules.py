"""Who may do what in matching."""

from beenthere.consent import reads as consent
from beenthere.consent import rules as consent_rules
from beenthere.consent.models import NameBlock
from beenthere.matching.models import Ask, Match, MatchRequest, Offer, Proposal, ProposalLine
from beenthere.orgs.models import Organisation
from beenthere.orgs.rules import coordinates
from beenthere.people.models import Person
from beenthere.people.rules import is_peer as is_peer


def owns_offer(person: Person, offer: Offer) -> bool:
    """The offer is theirs."""
    return offer.supporter_id == person.pk


def decides_on_offer(person: Person, offer: Offer, organisation: Organisation) -> bool:
    """Coordinates the organisation that was asked for a yes; nobody says yes to their own offer."""
    asked = offer.approvals.filter(organisation=organisation).exists()
    return asked and coordinates(person, organisation) and offer.supporter_id != person.pk


def owns_request(person: Person, request: MatchRequest) -> bool:
    """The request is theirs."""
    return request.person_id == person.pk


def may_change_request(person: Person, request: MatchRequest) -> bool:
    """The request is theirs, open, and nobody is being asked just now."""
    return owns_request(person, request) and request.is_open and not request.asks.live().exists()


def may_choose(person: Person, request: MatchRequest, offers: list[Offer]) -> bool:
    """The request is theirs, and each of these people was shown to them for it."""
    shown = set(request.shown.this_week().values_list("offer_id", flat=True))
    return owns_request(person, request) and {offer.pk for offer in offers} <= shown


def was_asked(person: Person, ask: Ask) -> bool:
    """They are the supporter who was asked."""
    return ask.supporter_id == person.pk and ask.asked_at is not None


def asks(person: Person, ask: Ask) -> bool:
    """They are the one who asks."""
    return ask.asker_id == person.pk


def is_in_match(person: Person, match: Match) -> bool:
    """They are one of the two."""
    return person.pk in {match.asker_id, match.supporter_id}


def may_write_kind_words(person: Person, match: Match) -> bool:
    """They are one of the two, and the other one is still here."""
    return is_in_match(person, match) and match.other(person) is not None


def supports_in(person: Person, match: Match) -> bool:
    """They are the supporter of this match, which goes on."""
    return match.supporter_id == person.pk and match.is_current


def listens_for(person: Person, match: Match) -> bool:
    """They listen to the supporters of an organisation that stands behind the supporter of this match."""
    from beenthere.matching.reads.caring import listeners

    return person in listeners(match)


def may_ask_again(person: Person, match: Match) -> bool:
    """They asked, it has ended, and the other one is still here."""
    return match.asker_id == person.pk and not match.is_current and match.supporter_id is not None


def may_keep_apart(person: Person, other: Person) -> bool:
    """One may block whoever was shown to one, asked one, or walked with one; nobody else is known here."""
    met = Ask.objects.visible_to(person).filter(asker__in=(person, other), supporter__in=(person, other))
    return person.pk != other.pk and (
        met.exists()
        or Offer.objects.visible_to(person).filter(supporter=other).exists()
        or Match.objects.between(person.pk, other.pk).exists()
        or consent.connected(person.pk, other.pk)
    )


def may_keep_name_away(person: Person, name: str) -> bool:
    """Anybody here, before ever being shown to somebody; a name must be written, and fifty are enough."""
    return is_peer(person) and consent_rules.may_keep_name_away(person.pk, name)


def set_name_block(person: Person, block: NameBlock) -> bool:
    """It is their own."""
    return consent_rules.set_name_block(person.pk, block)


def proposes_for(person: Person, organisation: Organisation) -> bool:
    """Coordinates the organisation."""
    return coordinates(person, organisation)


def proposes(person: Person, proposal: Proposal) -> bool:
    """Coordinates the organisation whose list it is."""
    return coordinates(person, proposal.organisation)


def was_proposed_to(person: Person, line: ProposalLine) -> bool:
    """It was offered and shown to them."""
    return line.asker_id == person.pk and line.shown
