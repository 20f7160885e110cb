"""The front page, today, what the site says about itself, and the pages for when something is amiss."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import requires_csrf_token
from django.views.decorators.http import require_POST, require_safe

from beenthere.core.access import allow, public
from beenthere.core.kept import kept_for_visitors
from beenthere.core.pages import MARK_FIELD, owner_of
from beenthere.home import actions
from beenthere.home.middleware import keep_for_its_owner, typed_in
from beenthere.home.models import KeptText
from beenthere.home.promises import PROMISES
from beenthere.home.todays import todays
from beenthere.home.typed import words_and_rest, worth_keeping
from beenthere.home.what_we_keep import what_we_keep
from beenthere.orgs.rules import is_coordinator
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.training.rules import is_researcher

# Where somebody lands who leaves quickly: a page that anybody may have been reading.
ELSEWHERE = {"en": "https://weather.gc.ca/", "fr": "https://meteo.gc.ca/"}


@public
@require_safe
@kept_for_visitors(seconds=60)
def front(request: HttpRequest) -> HttpResponse:
    """What this is, for visitors; today, for those who are signed in."""
    if not request.user.is_authenticated:
        return render(request, "home/front.html")
    return render(request, "home/today.html", {"today": todays(request.user)})


@public
@require_safe
@kept_for_visitors(seconds=60)
def peer_support(request: HttpRequest) -> HttpResponse:
    """What peer support is, and is not."""
    return render(request, "home/peer_support.html")


@public
@require_safe
@kept_for_visitors(seconds=60)
def promises(request: HttpRequest) -> HttpResponse:
    """What the site promises, and how each promise is kept."""
    return render(request, "home/promises.html", {"promises": PROMISES})


@public
@require_safe
@kept_for_visitors(seconds=60)
def privacy(request: HttpRequest) -> HttpResponse:
    """What we keep about people, told by the same declaration that erases it."""
    return render(request, "home/privacy.html", {"kept": what_we_keep()})


@public
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Sign out, ask the browser to forget this site, and show something else."""
    logout(request)
    response = redirect(ELSEWHERE[get_language() or "en"])
    # Not "cache": browsers may take seconds over it, and private pages are in no cache anyway.
    response["Clear-Site-Data"] = '"cookies", "storage"'
    response["Referrer-Policy"] = "no-referrer"
    response.delete_cookie(settings.CSRF_COOKIE_NAME)
    return response


@public
@require_safe
@kept_for_visitors(seconds=60)
def leave_about(request: HttpRequest) -> HttpResponse:
    """What leaving quickly does, and what it cannot do."""
    return render(request, "home/leave_about.html")


@allow(is_peer)
def giving_back(request: PersonRequest) -> HttpResponse:
    """How one becomes a supporter, without any hurry."""
    return render(request, "home/giving_back.html")


@allow(is_peer)
@require_safe
def me(request: PersonRequest) -> HttpResponse:
    """Everything that is one's own, in one place."""
    roles = {"coordinates": is_coordinator(request.user), "researches": is_researcher(request.user)}
    return render(request, "home/me.html", roles)


@allow(is_peer)
@require_safe
def kept(request: PersonRequest, kept_id: UUID) -> HttpResponse:
    """A text that was kept when the sign-in had run out."""
    text = get_object_or_404(KeptText.objects.visible_to(request.user), pk=kept_id)
    words, rest = words_and_rest(text.fields or [])
    return render(request, "home/kept.html", {"text": text, "words": words, "rest": rest, "address": text.address})


@allow(is_peer)
@require_POST
def put_away(request: PersonRequest, kept_id: UUID) -> HttpResponse:
    """Throw a kept text away; the second time there is nothing left to do."""
    for text in KeptText.objects.visible_to(request.user).filter(pk=kept_id):
        actions.put_away(by=request.user, kept=text)
        messages.info(request, _("The text is gone."))
    return redirect("home:front")


@public
@requires_csrf_token
def page_kept_open(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came from a page that is too old, or from another account's page: nothing is done, nothing is lost."""
    owner = owner_of(request.POST.get(MARK_FIELD, ""))
    context: dict[str, object] = {"words": [], "rest": [], "address": request.path, "kept": False}
    if request.user.is_authenticated and owner == request.user.pk:
        context["words"], context["rest"] = words_and_rest(worth_keeping(typed_in(request)))
    elif owner:
        context["kept"] = keep_for_its_owner(request)
    return render(request, "home/page_kept_open.html", context, status=403)


@public
@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """More was sent than any form of ours holds, or a file, or something that no browser sends."""
    return render(request, "home/bad_request.html", status=400)


@public
@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is nothing here, or nothing for this person: nobody can tell which."""
    return render(request, "home/not_found.html", status=404)


@public
def server_error(request: HttpRequest) -> HttpResponse:
    """Something of ours broke; this page asks for nothing that could be broken too."""
    return HttpResponse(render_to_string("home/server_error.html"), status=500)
