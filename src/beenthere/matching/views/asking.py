"""Somebody asks for a supporter, sees people, chooses, and waits."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beenthere.core.access import allow
from beenthere.core.limits import ASKING, WRITING, limited
from beenthere.matching import actions, reads, rules, wording
from beenthere.matching.forms import AskForm, ChooseForm, TurnForm, typed
from beenthere.matching.models import Ask, MatchRequest, ProposalLine
from beenthere.matching.models.requests import AskState
from beenthere.people.requests import PersonRequest


@allow(rules.is_peer)
def mine(request: PersonRequest) -> HttpResponse:
    """With whom I walk, and how my request stands."""
    page = {
        "walks": [(match, match.other(request.user)) for match in reads.current_matches(request.user)],
        "mine": reads.my_request(request.user),
        "due": reads.asks_due(request.user),
        "walked": reads.past_matches(request.user),
        "offers": reads.offers_support(request.user),
    }
    return render(request, "matching/mine.html", page)


@allow(rules.is_peer)
@limited(ASKING)
def ask(request: PersonRequest) -> HttpResponse:
    """Ask for a supporter."""
    already = reads.open_request(request.user)
    last = None if "empty" in request.GET else reads.last_request(request.user)
    form = AskForm(typed(request), person=request.user, request=last)
    page = {"form": form, "last": last}
    if request.method != "POST":
        return _to(already) if already else render(request, "matching/ask.html", page)
    if form.is_valid():
        if already and form.is_same_as(already):
            return _to(already)
        try:
            people = reads.suggestions_before(request.user, form.wishes())
            return _to(actions.ask_for_match(by=request.user, people=people, **form.asked_for()))
        except actions.AlreadyAsking:
            form.add_error(
                None, _("You already asked, and that request is still open. Change it, or take it back first.")
            )
    return render(request, "matching/ask.html", page, status=422)


@allow(rules.is_peer)
def suggestions(request: PersonRequest, pk: UUID) -> HttpResponse:
    """How my request stands: people to choose from, or who is being asked."""
    mine = get_object_or_404(MatchRequest.objects.visible_to(request.user), pk=pk)
    return _suggestions(request, mine)


@allow(rules.is_peer)
def choose(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Choose up to three people, in order; whoever only looks here, as after changing language, sees them."""
    mine = get_object_or_404(MatchRequest.objects.visible_to(request.user), pk=pk)
    if request.method != "POST":
        return _to(mine)
    form = _choose_form(reads.people_shown(mine), request)
    if mine.asks.live().exists() or not mine.is_open:
        return _to(mine)
    if not form.is_valid():
        return _suggestions(request, mine, form)
    actions.choose_supporters(by=request.user, request=mine, ranked=form.ranked())
    return _to(mine)


@require_POST
@allow(rules.is_peer)
@limited(ASKING)
def look_again(request: PersonRequest, pk: UUID) -> HttpResponse:
    """See others, or look again."""
    mine = get_object_or_404(MatchRequest.objects.visible_to(request.user), pk=pk)
    others = request.POST.get("others") == "yes"
    people = reads.suggestions_anew(mine, others=others)
    try:
        found = actions.show_people(by=request.user, request=mine, others=others, people=people)
    except actions.NoLongerOpen:
        return _to(mine)
    if not found:
        seen_all = _("These are all the people we can show you just now. Others may join; look again in a few days.")
        messages.info(request, seen_all if others else _("We looked again. Nobody fits just now."))
    return _to(mine)


@allow(rules.is_peer)
@limited(ASKING)
def change(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Change what I asked for."""
    mine = get_object_or_404(MatchRequest.objects.visible_to(request.user).open(), pk=pk)
    form = AskForm(typed(request), person=request.user, request=mine)
    if request.method == "POST" and form.is_valid():
        people = reads.suggestions_anew(mine, wishes=form.wishes())
        try:
            actions.change_request(by=request.user, request=mine, people=people, **form.asked_for())
        except actions.NoLongerOpen:
            messages.info(request, _("Somebody is being asked just now. Choose again first, then you can change it."))
        return _to(mine)
    status = 422 if request.method == "POST" else 200
    return render(request, "matching/change.html", {"form": form, "mine": mine}, status=status)


@require_POST
@allow(rules.is_peer)
def choose_again(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Take back who is being asked, and choose anew."""
    mine = get_object_or_404(MatchRequest.objects.visible_to(request.user), pk=pk)
    actions.choose_again(by=request.user, request=mine)
    return _to(mine)


@require_POST
@allow(rules.is_peer)
def stop_telling(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Let no organisation know any more that I wait."""
    mine = get_object_or_404(MatchRequest.objects.visible_to(request.user), pk=pk)
    actions.stop_telling(by=request.user, request=mine)
    return _to(mine)


@allow(rules.is_peer)
def withdraw(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Take my request back."""
    mine = get_object_or_404(MatchRequest.objects.visible_to(request.user), pk=pk)
    if request.method == "POST":
        try:
            actions.withdraw_request(by=request.user, request=mine)
        except actions.NoLongerOpen:
            messages.info(request, _("Somebody said yes just before. If you do not want that, you can end it there."))
            return _to(mine)
        messages.success(request, _("Your request is taken back. You can ask again whenever you like."))
        return redirect("matching:mine")
    return render(request, "matching/withdraw.html", {"form": None, "mine": mine})


@allow(rules.is_peer)
@limited(WRITING)
def reply(request: PersonRequest, pk: UUID) -> HttpResponse:
    """Answer what a supporter asked first."""
    asked = get_object_or_404(Ask.objects.visible_to(request.user), pk=pk, asker=request.user)
    choice = reads.choice_of(asked)
    question = choice.exchanges[-1] if choice.exchanges else None
    form = TurnForm(typed(request), label=_("Your answer"), turn=question.turn if question else 1)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_question(by=request.user, ask=asked, **form.cleaned_data)
        except actions.NoLongerOpen:
            messages.info(request, _("This was settled in the meantime. Your answer was not sent."))
        return redirect("matching:suggestions", asked.request_id)
    status = 422 if request.method == "POST" else 200
    return render(request, "matching/reply.html", {"form": form, "choice": choice, "asked": question}, status=status)


def _suggestions(request: PersonRequest, mine: MatchRequest, form: ChooseForm | None = None) -> HttpResponse:
    choices = reads.choices_of(mine)
    waiting = any(choice.ask.is_live for choice in choices)
    cards = [] if waiting or not mine.is_open else reads.people_shown(mine)
    form = form or _choose_form(cards, None)
    proposed = None if waiting or not mine.is_open else reads.proposed_to(mine)
    page = {
        "mine": mine,
        "choices": choices,
        "waiting": waiting,
        "my_turn": any(choice.ask.state == AskState.ASKING_FIRST for choice in choices),
        "somebody_is_next": any(choice.ask.state == AskState.QUEUED for choice in choices),
        "asked": next((choice.name for choice in choices if choice.ask.is_answerable), ""),
        "usual_wait": wording.wait_in_words(reads.usual_wait()) if mine.is_open else "",
        "known_to": reads.known_to(mine),
        "people": [(card, form[form.name_of(card.offer)]) for card in cards],
        "form": form,
    } | _could_walk(cards, proposed)
    return render(request, "matching/suggestions.html", page, status=422 if form.errors else 200)


def _could_walk(cards: list[reads.Card], proposed: tuple[ProposalLine, reads.Card | None] | None) -> dict[str, object]:
    """What an organisation proposes, and how many different people stand on the page with that."""
    also = [proposed[1]] if proposed and proposed[1] else []
    return {"proposed": proposed, "could_walk": len({card.offer.pk for card in [*cards, *also]})}


def _choose_form(cards: list[reads.Card], request: PersonRequest | None) -> ChooseForm:
    return ChooseForm(request.POST if request else None, offers=[(card.offer, card.name) for card in cards])


def _to(mine: MatchRequest) -> HttpResponse:
    return redirect("matching:suggestions", mine.pk)
