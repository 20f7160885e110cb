"""What organisations know of somebody through matching, and how that stops."""

from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core.known import Kept, Known, stops, tells
from beenthere.core.lists import and_list
from beenthere.matching.actions.requests import stop_telling
from beenthere.matching.models import HandOver, OfferApproval
from beenthere.matching.reads.caring import reads_hand_over
from beenthere.matching.reads.pages import open_request
from beenthere.people.models import Person


@tells
def who_knows(person: Person) -> Kept:
    """Which desks see that one waits, and which organisations one asked for a yes to one's offer."""
    request = open_request(person)
    waits = _("%(organisation)s may know that you wait for a supporter: your name, since when, and your musts.")
    offers = _("%(organisation)s knows of your offer: your name, languages, ways to meet, training and room.")
    asked = OfferApproval.objects.filter(supporter=person).select_related("organisation").order_by("asked_at")
    knows_wait = []
    if request:
        stop, see = (reverse(f"matching:{name}", args=[request.pk]) for name in ("stop-telling", "ask-as-seen"))
        names = [one.name for one in request.organisations.running()]
        knows_wait = [Known(waits % {"organisation": name}, stop, _("Stop telling"), see) for name in names]
    see_offer = reverse("matching:offer-as-seen")
    knows_offer = [Known(offers % {"organisation": one.organisation.name}, see=see_offer) for one in asked]
    return Kept(_("Who knows that you wait, or offer support"), [*knows_wait, *knows_offer])


@tells
def next_supporter_reads(person: Person) -> Kept:
    """A hand-over, who reads it now, and who will."""
    mine = HandOver.objects.visible_to(person).filter(person=person).first()
    if mine is None:
        return Kept(_("Your hand-over"), [])
    now = _("%(names)s can read your hand-over.")
    before = _("Whoever you ask, and your next supporter, can read your hand-over.")
    after = _("Your next supporter can read your hand-over, from their yes on.")
    names = [str(supporter) for supporter in reads_hand_over(mine)]
    sentences = [now % {"names": and_list(names)}] if names else []
    remove, page = reverse("matching:hand-over-remove"), reverse("matching:hand-over")
    last = Known(before if mine.with_ask else after, remove, _("Remove it"), page)
    return Kept(_("Your hand-over"), [*(Known(each) for each in sentences), last])


@stops
def tell_nobody(person: Person) -> None:
    """No desk sees any more that one waits; the request itself goes on."""
    if request := open_request(person):
        stop_telling(by=person, request=request)
