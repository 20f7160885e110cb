"""From rows to plain facts for the ranking, and back to cards for the screen."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Max

from beenthere.consent.reads import walking_ids
from beenthere.core import clock, keys
from beenthere.core.places import Area, band
from beenthere.experience.facts import Facts
from beenthere.experience.models import AboutMe
from beenthere.experience.models import Shown as AboutShown
from beenthere.experience.reads import facts_of, own_facts
from beenthere.matching import ranking, waiting, wording
from beenthere.matching.models import Ask, MatchRequest, Offer, OfferApproval, Shown
from beenthere.matching.models.offers import OfferQuerySet, Training
from beenthere.matching.models.requests import AskState
from beenthere.matching.ranking import Near, Suggestion, Wish
from beenthere.matching.reads import index
from beenthere.matching.reads.apart import kept_apart_ids
from beenthere.matching.wishes import Wishes
from beenthere.people.models import Person

PASS_HOLDS = dt.timedelta(days=30)  # somebody who passed is not suggested again to the same person before that


@dataclass(frozen=True)
class Card:
    """One suggested person, as the screen shows them."""

    offer: Offer
    name: str
    line: str
    words: str
    reasons: list[str]
    training: str
    usual_days: int | None
    organisations: list[str]


def suggestions_before(person: Person, wishes: Wishes) -> list[Suggestion]:
    """Find and weigh people for a request that is about to be made."""
    return suggestions_anew(MatchRequest(person=person, wishes_json=wishes.to_json()))


def suggestions_anew(request: MatchRequest, *, others: bool = False, wishes: Wishes | None = None) -> list[Suggestion]:
    """Find and weigh people for this request now; `others` turns the page, `wishes` are those it is about to have."""
    wish, area = wish_of(request, wishes)
    shown = frozenset(str(pk) for pk in _shown_this_week(request.person_id))
    before = [str(pk) for pk in request.shown.this_week().values_list("offer_id", flat=True)] if others else []
    found = _weighed(request, wish, area, shown, frozenset(before))
    if others and not found:
        found = _weighed(request, wish, area, shown, frozenset(str(pk) for pk in _on_screen(request)))
    return found


def _weighed(
    request: MatchRequest, wish: Wish, area: Area | None, shown: frozenset[str], leave_out: frozenset[str]
) -> list[Suggestion]:
    """Weigh those who can be the best by the index, and more of them until the best are surely among them."""
    rows = _candidates(request)
    old = {UUID(pk) for pk in shown}
    wanted = min(ranking.SUGGESTED_AT_ONCE, max(0, ranking.SHOWN_IN_A_WEEK - len(shown)))
    for enough in index.WIDER if index.is_worth_it() else ():
        near = index.candidates(wish, area, enough)
        offers = facts_for_ranking(rows.filter(pk__in={*near.known, *near.behind, *old}), request.person, area)
        # Those shown before are all weighed, so only new ones can be missed; and what the index is behind with may
        # weigh less than it thinks, so only what it knows counts as enough.
        sure = [offer for offer in offers if UUID(offer.id) in near.known - old]
        if near.whole or len(ranking.suggest(wish, sure, shown=shown, leave_out=leave_out)) >= wanted:
            return ranking.suggest(wish, offers, shown=shown, leave_out=leave_out)
    return ranking.suggest(wish, facts_for_ranking(rows, request.person, area), shown=shown, leave_out=leave_out)


def people_shown(request: MatchRequest) -> list[Card]:
    """Who stands on the screen: shown before by an action, and still to be had now."""
    on_screen = set(_on_screen(request))
    if not on_screen:
        return []
    return cards_of(request, on_screen)


def cards_of(request: MatchRequest, offer_ids: Iterable[UUID]) -> list[Card]:
    """These offers as cards with reasons, the best fit first; only those that can be suggested to this person now."""
    wish, area = wish_of(request)
    offers = {str(offer.pk): offer for offer in _candidates(request).filter(pk__in=list(offer_ids))}
    keys.load(offer.supporter_id for offer in offers.values())
    facts = {fact.id: fact for fact in facts_for_ranking(offers.values(), request.person, area)}
    usual = usual_days_of(offer.supporter_id for offer in offers.values())
    yes = _organisations_of(offer.pk for offer in offers.values())
    words = _words_of(offer.supporter_id for offer in offers.values())
    return [
        _card(
            offers[one.offer],
            one,
            facts[one.offer],
            words=words.get(offers[one.offer].supporter_id, ""),
            usual_days=usual.get(offers[one.offer].supporter_id),
            organisations=list(yes[offers[one.offer].pk].values()),
        )
        for one in ranking.suggest(wish, facts.values(), shown=frozenset(facts))
    ]


def card_of(offer: Offer) -> Card:
    """An offer as somebody who asks sees it, but for the reasons, which are of a pair."""
    fact, _area = plain_facts([offer])[0]
    return _card(
        offer,
        Suggestion(str(offer.pk), ()),
        fact,
        words=_words_of([offer.supporter_id]).get(offer.supporter_id, ""),
        usual_days=usual_days_of([offer.supporter_id]).get(offer.supporter_id),
        organisations=list(_organisations_of([offer.pk])[offer.pk].values()),
    )


def current_page(request: MatchRequest) -> int:
    """How many times people were shown for this request."""
    return request.shown.aggregate(page=Max("page"))["page"] or 0


def wish_of(request: MatchRequest, wishes: Wishes | None = None) -> tuple[Wish, Area | None]:
    """What the person asks for and what they told about themselves, for their own suggestions only."""
    wishes, own = wishes or request.wishes, own_facts(request.person_id)
    wish = Wish(
        seed=str(request.pk),
        musts=wishes.musts(),
        # Whoever told no languages reads the site in one, and should not meet people with whom they cannot talk.
        languages=own.languages or frozenset({request.person.language}),
        ways=own.ways,
        free=own.free,
        experiences=tuple(ranking.Experience(word.token, word.label, word.weight) for word in own.words),
        paths=frozenset(wishes.nice_paths),
        fields=frozenset(wishes.nice_fields),
        near=wishes.nice_near,
        trained=wishes.nice_trained,
    )
    return wish, own.area


def facts_for_ranking(offers: Iterable[Offer], asker: Person, area: Area | None) -> list[ranking.Offer]:
    """What is known of these offers to somebody who asks: nothing that their owners keep hidden."""
    rows = list(offers)
    blocked = kept_apart_ids(asker)
    return [
        replace(
            fact,
            near=Near(band(area, there).value) if area and there else Near.UNKNOWN,
            blocked=offer.supporter_id in blocked,
        )
        for offer, (fact, there) in zip(rows, plain_facts(rows), strict=True)
    ]


def plain_facts(rows: list[Offer]) -> list[tuple[ranking.Offer, Area | None]]:
    """What is known of each offer to anybody who asks, and where its supporter is, if that may be used."""
    facts = facts_of([offer.supporter_id for offer in rows])
    ids = [offer.pk for offer in rows]
    yes = _organisations_of(ids)
    waiting = Counter(Ask.objects.answerable().filter(offer__in=ids).values_list("offer_id", flat=True))
    return [
        (
            _facts(
                offer,
                facts[offer.supporter_id],
                organisations=frozenset(str(organisation) for organisation in yes[offer.pk]),
                waiting=waiting[offer.pk],
            ),
            facts[offer.supporter_id].area,
        )
        for offer in rows
    ]


def usual_days_of(supporters: Iterable[UUID]) -> dict[UUID, int | None]:
    """Within how many days each usually answers, where that can be said."""
    answered = Ask.objects.filter(supporter__in=list(supporters), answered_at__isnull=False)
    taken: dict[UUID, list[dt.timedelta]] = defaultdict(list)
    for supporter, asked, answer in answered.values_list("supporter_id", "asked_at", "answered_at"):
        if asked and answer:
            taken[supporter].append(answer - asked)
    return {supporter: waiting.usual_days(times) for supporter, times in taken.items()}


def _candidates(request: MatchRequest) -> OfferQuerySet:
    """Offers that could be suggested to this person at all; the ranking looks at each again."""
    return (
        Offer.objects.approved()
        .with_room()
        .exclude(pk__in=settled_offers(request))
        .exclude(supporter__in={request.person_id, *walking_ids(request.person_id)})
        .select_related("supporter")
    )


def settled_offers(request: MatchRequest) -> set[UUID]:
    """Offers that are settled for this request: they passed of late, or did not answer."""
    recent = clock.now() - PASS_HOLDS
    passed = Ask.objects.filter(asker=request.person_id, state=AskState.PASSED, closed_at__gt=recent)
    answered = request.asks.filter(state=AskState.EXPIRED)
    return {*passed.values_list("offer_id", flat=True), *answered.values_list("offer_id", flat=True)}


def _organisations_of(offers: Iterable[UUID]) -> dict[UUID, dict[UUID, str]]:
    """The organisations that said yes to each offer, by id, with their names."""
    found: dict[UUID, dict[UUID, str]] = defaultdict(dict)
    yes = OfferApproval.objects.yes().filter(offer__in=list(offers)).order_by("organisation__name")
    for offer, organisation, name in yes.values_list("offer_id", "organisation_id", "organisation__name"):
        found[offer][organisation] = name
    return found


def _words_of(supporters: Iterable[UUID]) -> dict[UUID, str]:
    """What each would like people to know, where they show it before a yes."""
    rows = AboutMe.objects.filter(person__in=list(supporters), words_shown=AboutShown.ASKED)
    return {row.person_id: row.words for row in rows if row.words}


def _facts(offer: Offer, facts: Facts, **more: Any) -> ranking.Offer:
    return ranking.Offer(
        id=str(offer.pk),
        languages=facts.languages,
        ways=facts.ways,
        free=facts.free,
        experiences=facts.on_offer,
        paths=frozenset(offer.paths),
        fields=frozenset(offer.fields),
        trained=offer.training == Training.TRAINED,
        capacity=offer.capacity,
        taken=offer.taken,
        paused=offer.is_paused,
        **more,
    )


def _card(offer: Offer, one: Suggestion, facts: ranking.Offer, **more: Any) -> Card:
    told = [wording.languages(facts.languages), wording.ways(facts.ways)]
    return Card(
        offer=offer,
        name=str(offer.supporter),
        line=" · ".join(filter(None, told)),
        reasons=wording.in_words(one.reasons),
        training=wording.training(offer.training),
        **more,
    )


def _shown_this_week(person_id: UUID) -> set[UUID]:
    return set(Shown.objects.filter(asker=person_id).this_week().values_list("offer_id", flat=True))


def _on_screen(request: MatchRequest) -> list[UUID]:
    page = current_page(request)
    return list(request.shown.this_week().filter(page=page, page__gt=0).values_list("offer_id", flat=True))
