"""Nothing typed is lost when a sign-in runs out between opening a page and sending it, and no page is blank."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core import limits
from beenthere.core.middleware import SAFE_METHODS
from beenthere.core.opendata import answer_too_fast
from beenthere.core.pages import MARK_FIELD, owner_of
from beenthere.home.actions import keep_typed, put_away
from beenthere.home.models import KeptText
from beenthere.home.typed import Field, words_and_rest, worth_keeping
from beenthere.people.devices import address_of
from beenthere.people.models import Person

Respond = Callable[[HttpRequest], HttpResponse]


class NotTooFast:
    """Lets everybody go at a human pace (core/limits.py): whoever is signed in alone, visitors by their network."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        whom = request.user.pk if request.user.is_authenticated else address_of(request)
        try:
            if request.method not in SAFE_METHODS:
                limits.take_turn(getattr(view, "limit", limits.FORM), whom)
            elif limit := getattr(view, "look_limit", limits.SEARCHING if request.GET.get("q") else None):
                limits.take_look(limit, whom)
        except limits.TooFast as error:
            return answer_too_fast(error.seconds) if hasattr(view, "operation") else too_fast(request, error.seconds)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """An action counts what matters wherever it is done from."""
        return too_fast(request, error.seconds) if isinstance(error, limits.TooFast) else None


def too_fast(request: HttpRequest, seconds: int) -> HttpResponse:
    """Nothing was done and nothing is lost: what was typed stands on the page, to be sent a little later."""
    words, rest = words_and_rest(worth_keeping(typed_in(request)))
    minutes = -(-seconds // 60)
    page = {"words": words, "rest": rest, "address": request.path, "seconds": seconds, "minutes": minutes}
    response = render(
        request, "home/too_fast.html", page | {"hours": -(-minutes // 60), "days": minutes // 1440}, status=429
    )
    response["Retry-After"] = str(seconds)
    return response


class KeepTypedText:
    """Keeps a form that nobody may send any more, for the account whose page it was."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and response.status_code == 302:
            if request.user.is_authenticated:
                _put_away_if_sent_again(request.user, request.POST.get("kept_text", ""))
            elif response["Location"].startswith(reverse("people:sign-in")) and keep_for_its_owner(request):
                messages.info(request, _("Your sign-in had run out. What you wrote is kept; sign in to find it."))
        return response


class OnlyAButton:
    """Shows a page where somebody opens the address of a button, as by changing language after a mistake."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method not in SAFE_METHODS or response.status_code != 405 or response.content:
            return response
        page = render(request, "home/only_a_button.html", status=405)
        page["Allow"] = response["Allow"]
        return page


def keep_for_its_owner(request: HttpRequest) -> bool:
    """Keep the form if its page carries an account's mark; tells whether it did."""
    owner = owner_of(request.POST.get(MARK_FIELD, ""))
    typed = worth_keeping(typed_in(request))
    return bool(owner and typed and keep_typed(owner=owner, address=request.path, typed=typed))


def typed_in(request: HttpRequest) -> list[Field]:
    """The fields of the form that was sent; nothing of a form about the account itself, which may hold secrets."""
    match = request.resolver_match
    if match is None or match.app_name == "people":
        return []
    return [(name, str(value)) for name, values in request.POST.lists() for value in values]


def _put_away_if_sent_again(person: Person, kept_id: str) -> None:
    if kept_id:
        for text in KeptText.objects.visible_to(person):
            if str(text.pk) == kept_id:
                put_away(by=person, kept=text)
