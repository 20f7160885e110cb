"""Nothing typed is lost when a sign-in runs out between opening a page and sending it."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from beenthere.core.pages import MARK_FIELD, owner_of
from beenthere.home.actions import keep_typed, put_away
from beenthere.home.models import KeptText
from beenthere.home.typed import Field, worth_keeping
from beenthere.people.models import Person

Respond = Callable[[HttpRequest], HttpResponse]


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
