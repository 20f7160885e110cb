"""Who may open a screen and who may act: the first and the third lock. The second, rows, is `visible_to`."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import resolve_url

type_of_rule = Callable[..., bool]
View = Callable[..., HttpResponse]


class NotAllowed(Http404):
    """Somebody asked for what is not theirs. It looks like an address that does not exist."""


def allow(rule: type_of_rule) -> Callable[[View], View]:
    """Open the view to the signed-in people for whom `rule(person)` holds; to others it does not exist."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(_address_after_sign_in(request), resolve_url("people:sign-in"))
            require(rule, request.user)
            return view(request, *args, **kwargs)

        guarded.rule = rule  # type: ignore[attr-defined]
        return guarded

    return guard


def public(view: View) -> View:
    """Open the view to everybody."""
    view.is_public = True  # type: ignore[attr-defined]
    return view


def require(rule: type_of_rule, by: Any, *things: Any) -> None:
    """Refuse, as if the thing did not exist, unless `rule(by, *things)` holds."""
    if not rule(by, *things):
        raise NotAllowed


def _address_after_sign_in(request: HttpRequest) -> str:
    # An address that only takes posts would answer 405 after signing in.
    return request.get_full_path() if request.method == "GET" else "/"
