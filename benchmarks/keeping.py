"""The people of the crowd, and whether the rows at the end keep what the site had told them."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from beenthere.consent.reads import blocked
from beenthere.core import keys
from beenthere.matching.models import Ask, AskNote, Match, MatchRequest, Offer
from beenthere.matching.tests import make
from beenthere.orgs.actions import open_organisation
from beenthere.people.actions import join
from beenthere.people.models import Person
from beenthere.talk.models import Message
from benchmarks.site import cookie_for

if TYPE_CHECKING:
    from benchmarks.crowd import Journal, Note


def somebody(name: str) -> Person:
    """Somebody with an account that no passphrase opens: hashing is slow on purpose."""
    return join(name=name, sign_in_word=name, passphrase=None, language="en").person


def people(count: int) -> tuple[list[str], list[str]]:
    """The cookies of those who ask and of those who support; one in three supports."""
    coordinator = somebody("Chloé")
    house = open_organisation(coordinator=coordinator, name="Phare")
    supporters = [somebody(f"Supporter {number}") for number in range(count // 3)]
    for supporter in supporters:
        make.offer(supporter, house, coordinator, capacity=3)
    askers = [somebody(f"Asker {number}") for number in range(count - count // 3)]
    return [cookie_for(each) for each in askers], [cookie_for(each) for each in supporters]


def lost(journals: "list[Journal]") -> list[str]:
    """What the site had acknowledged and no row keeps."""
    with keys.held():
        told = [note for journal in journals for note in journal.notes]
        by_deed: dict[str, list[Note]] = defaultdict(list)
        for note in told:
            by_deed[note.deed].append(note)
        return [f"lost: {note.deed}" for deed, notes in by_deed.items() for note in notes if not _kept(deed, note)]


def _kept(deed: str, note: "Note") -> bool:
    match deed:
        case "asked":
            # It may have been changed since: then its first words are gone, and that was acknowledged too.
            return MatchRequest.objects.filter(pk=note.thing).exists()
        case "took back":
            return MatchRequest.objects.filter(pk=note.thing, state="withdrawn").exists()
        case "said yes":
            ask = Ask.objects.get(pk=note.thing)
            between = Match.objects.between(ask.asker_id, ask.supporter_id)
            return ask.state == "yes" and between.filter(pk=note.words).exists()
        case "passed":
            kept = AskNote.objects.filter(ask_id=note.thing, kind="pass", ask__state="passed")
            return [each.text for each in kept] == [note.words]
        case "wrote":
            return [each.text for each in Message.objects.filter(form_token=note.thing)] == [note.words]
        case "ended":
            return Match.objects.filter(pk=note.thing, ended_at__isnull=False).exists()
        case "blocked":
            pair = Match.objects.get(pk=note.thing)
            return bool(pair.asker_id and pair.supporter_id and blocked(pair.asker_id, pair.supporter_id))
    return False


def doubled() -> list[str]:
    """What may be there once only: requests, a yes to each, a match for each yes, messages, and places taken."""
    with keys.held():
        return [*_twice(), *_places()]


def _twice() -> Iterator[str]:
    requests = Counter(row.words for row in MatchRequest.objects.all() if (row.words or "").startswith("request"))
    yield from (f"a request landed {count} times" for count in requests.values() if count > 1)
    messages = Counter(row.text for row in Message.objects.all())
    yield from (f"a message landed {count} times" for count in messages.values() if count > 1)
    open_ = Counter(MatchRequest.objects.open().values_list("person", flat=True))
    yield from (f"{count} open requests of one person" for count in open_.values() if count > 1)
    yes = Counter(Ask.objects.filter(state="yes").values_list("request", flat=True))
    yield from (f"{count} answers of yes to one request" for count in yes.values() if count > 1)
    current = Counter(Match.objects.current().values_list("asker", "supporter"))
    yield from (f"{count} current matches of one pair" for count in current.values() if count > 1)
    pairs = Counter(Ask.objects.filter(state="yes").values_list("asker", "supporter"))
    if pairs != Counter(Match.objects.values_list("asker", "supporter")):
        yield "matches and answers of yes are not as many"


def _places() -> Iterator[str]:
    walking = Counter(Match.objects.current().values_list("supporter", flat=True))
    for offer in Offer.objects.all():
        if offer.taken != walking[offer.supporter_id]:
            yield f"an offer counts {offer.taken} places for {walking[offer.supporter_id]} matches"
        if offer.taken > offer.capacity:
            yield "a supporter has more people than places"
