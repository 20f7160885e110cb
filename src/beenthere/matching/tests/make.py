"""Offers, requests and matches for tests and benchmarks, made as real people make them."""

from random import Random

from beenthere.experience.actions import choose_words, tell
from beenthere.matching import actions, ranking
from beenthere.matching.models import Ask, Match, MatchRequest, Offer
from beenthere.matching.wishes import Wishes
from beenthere.orgs.models import Organisation
from beenthere.people.models import Person
from beenthere.people.tests import make as people


def about(person: Person, *, shown: str = "asked", **parts: object) -> Person:
    """Tell parts of “about me”: `languages=["fr"]`, `ways=["phone"]`, `area="Sudbury"`, `free=["mon-evening"]`."""
    for part, value in parts.items():
        tell(by=person, part=part, value=value, shown=shown)
    return person


def lived(person: Person, *words: str, shown: str = "on_offer") -> Person:
    """Tick words lived through, or write own ones."""
    choose_words(by=person, kind="lived", codes=set(), keep_own=set(), new_own=list(words), shown=shown)
    return person


def offer(
    supporter: Person, organisation: Organisation | None, coordinator: Person | None = None, **facts: object
) -> Offer:
    """An offer; with an organisation and its coordinator it has their yes."""
    told = {"training": "trained", "paths": [], "fields": [], "capacity": 2} | facts
    made = actions.make_offer(by=supporter, **told)  # type: ignore[arg-type]
    if organisation:
        actions.submit_offer(by=supporter, offer=made, organisations=[organisation])
        if coordinator:
            actions.approve_offer(by=coordinator, offer=made, organisation=organisation)
    return made


def supporters(count: int, organisation: Organisation, coordinator: Person, **facts: object) -> list[Offer]:
    """Several supporters with a yes."""
    return [offer(people.person(f"Supporter {n}"), organisation, coordinator, **facts) for n in range(count)]


def request(
    person: Person, *, words: str = "", organisations: list[Organisation] | None = None, **wishes: object
) -> MatchRequest:
    """An open request."""
    return actions.ask_for_match(
        by=person,
        wishes=Wishes(**wishes),  # type: ignore[arg-type]
        words=words,
        organisations=organisations or [],
    )


def asked(person: Person, *offers: Offer, **wishes: object) -> Ask:
    """A request whose first choice was just asked."""
    mine = request(person, **wishes)  # type: ignore[arg-type]
    actions.choose_supporters(by=person, request=mine, ranked=list(offers))
    return mine.asks.get(state="asked")


def match(asker: Person, made: Offer) -> Match:
    """Two people who walk together."""
    return actions.accept_request(by=made.supporter, ask=asked(asker, made))


def thousand_offers(count: int = 1000, seed: int = 7) -> tuple[ranking.Wish, list[ranking.Offer]]:
    """Plain facts for measuring the ranking: one person who asks among a thousand supporters."""
    random = Random(seed)
    languages, ways = ["en", "fr", "asl", "es"], ["in_person", "phone", "video", "text"]
    paths, slots = ["job", "learning", "self_employment", "own"], [f"{day}-evening" for day in ("mon", "tue", "wed")]
    tokens = [f"token-{number}" for number in range(60)]

    def some(values: list[str], most: int) -> frozenset[str]:
        return frozenset(random.sample(values, random.randint(0, min(most, len(values)))))

    offers = [
        ranking.Offer(
            id=f"offer-{number}",
            organisations=frozenset({f"organisation-{number % 9}"}),
            languages=some(languages, 3) | {"en"},
            ways=some(ways, 4),
            free=some(slots, 3),
            experiences=some(tokens, 8),
            paths=some(paths, 2),
            near=random.choice(list(ranking.Near)),
            trained=random.random() < 0.8,
            capacity=random.randint(1, 4),
            taken=random.randint(0, 3),
            paused=random.random() < 0.1,
        )
        for number in range(count)
    ]
    wish = ranking.Wish(
        seed="a request",
        musts=ranking.Musts(languages=frozenset({"en"}), ways=frozenset({"phone", "video"})),
        languages=frozenset({"en", "fr"}),
        ways=frozenset(ways),
        free=frozenset(slots),
        experiences=tuple(ranking.Experience(token, token, 1 + number % 2) for number, token in enumerate(tokens[:8])),
        paths=frozenset({"learning"}),
        near=True,
    )
    return wish, offers
