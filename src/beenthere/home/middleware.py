"""Nothing typed is lost when a sign-in runs out between opening a page and sending it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from beenthere.core.pages import MARK_FIELD, owner_of
from beenthere.home.actions import keep_typed, put_away
from beenthere.home.models import KeptText

Respond = Callable[[HttpRequest], HttpResponse]


class KeepTypedText:
    """Keeps a form that nobody may send any more, for the account whose page it was."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and response.status_code == 302:
            if request.user.is_authenticated:
                _put_away_if_sent_again(request)
            elif response["Location"].startswith(reverse("people:sign-in")):
                keep_for_its_owner(request)
        return response


def keep_for_its_owner(request: HttpRequest) -> bool:
    """Keep the form if its page carries an account's mark; tells whether it did."""
    owner = owner_of(request.POST.get(MARK_FIELD, ""))
    return bool(owner and keep_typed(owner=owner, address=request.path, typed=request.POST))


def _put_away_if_sent_again(request: HttpRequest) -> None:
    kept_id = request.POST.get("kept_text", "")
    if kept_id:
        for text in KeptText.objects.visible_to(request.user):
            if str(text.pk) == kept_id:
                put_away(by=request.user, kept=text)
