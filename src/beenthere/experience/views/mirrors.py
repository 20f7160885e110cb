"""“What do you see in me?”: ask somebody one walks with, be asked, answer or leave it, keep what was written."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.consent.actions import look
from beenthere.core.access import allow
from beenthere.core.limits import ASKING, WRITING, limited
from beenthere.experience import actions, strengths
from beenthere.experience.forms import AnswerForm, AskForm, KeepForm
from beenthere.experience.models import SHARED_MIRROR, Mirror, Moment, Strength
from beenthere.experience.rules import is_peer
from beenthere.people.models import Person
from beenthere.people.requests import PersonRequest


def own_mirror(request: PersonRequest, mirror_id: UUID) -> Mirror:
    """Fetch a question that one asked; anybody else's does not exist."""
    return get_object_or_404(Mirror.objects.visible_to(request.user).select_related("supporter"), pk=mirror_id)


@allow(is_peer)
@limited(ASKING)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: PersonRequest) -> HttpResponse:
    """Choose whom to ask and what they may see, read in one sentence what that means, then say yes."""
    names = strengths.may_be_asked(request.user)
    own = (Strength.objects.visible_to(request.user), Moment.objects.visible_to(request.user))
    form = AskForm(request.user, names, *own, request.POST or None)
    if form.is_valid() and form.cleaned_data["sure"]:
        supporter = get_object_or_404(Person.objects.visible_to(request.user), pk=form.cleaned_data["supporter"])
        told = {"supporter": supporter, "until": form.cleaned_data["until"], **form.shown}
        mirror = actions.ask_for_mirror(by=request.user, **told)
        messages.success(request, _("%(name)s is asked now.") % {"name": supporter.name})
        return redirect("experience:mirror", mirror.pk)
    if form.is_valid():
        return render(request, "experience/strengths/ask_sure.html", {"form": form})
    return render(request, "experience/strengths/ask.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@limited(WRITING)
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: PersonRequest, mirror_id: UUID) -> HttpResponse:
    """Read what one is asked, and write. The asker's read log comes first: without it, nothing is shown."""
    theirs = get_object_or_404(Mirror.objects.readable_by(request.user).select_related("person"), pk=mirror_id)
    look(reader=request.user.pk, owner=theirs.person_id, what=SHARED_MIRROR, thing=theirs.pk)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        actions.write_mirror(by=request.user, mirror=theirs, words=form.cleaned_data["words"])
        messages.success(request, _("%(name)s can read it now. Thank you.") % {"name": theirs.person.name})
        return redirect("experience:mirror-asked", theirs.pk)
    shown = {"form": form, "mirror": theirs}
    return render(request, "experience/strengths/asked.html", shown, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_POST
def leave(request: PersonRequest, mirror_id: UUID) -> HttpResponse:
    """Leave what one is asked, without a reason."""
    theirs = get_object_or_404(Mirror.objects.readable_by(request.user), pk=mirror_id)
    actions.leave_mirror(by=request.user, mirror=theirs)
    messages.success(request, _("Left aside. No reason needed."))
    return redirect("home:front")


@allow(is_peer)
@require_safe
def mirror(request: PersonRequest, mirror_id: UUID) -> HttpResponse:
    """Show a question that one asked, what is shown through it, and what was written."""
    return _mirror(request, own_mirror(request, mirror_id))


def _mirror(request: PersonRequest, own: Mirror, form: KeepForm | None = None) -> HttpResponse:
    shown = {"asked": strengths.asked(own), "mirror": own}
    if own.state == Mirror.State.WRITTEN:
        shown |= {"form": form or KeepForm(Strength.objects.visible_to(request.user))}
    page = "experience/strengths/mirror.html"
    return render(request, page, shown, status=422 if form is not None else 200)


@allow(is_peer)
@require_POST
def keep(request: PersonRequest, mirror_id: UUID) -> HttpResponse:
    """Keep what was written beside a strength."""
    own = own_mirror(request, mirror_id)
    form = KeepForm(Strength.objects.visible_to(request.user), request.POST)
    if not form.is_valid():
        return _mirror(request, own, form)
    strength = form.own[form.cleaned_data["strength"]]
    actions.keep_heard(by=request.user, mirror=own, strength=strength)
    messages.success(request, _("It stands beside this strength now."))
    return redirect("experience:strength", strength.pk)


@allow(is_peer)
@require_POST
def thank(request: PersonRequest, mirror_id: UUID) -> HttpResponse:
    """Say thank you."""
    own = own_mirror(request, mirror_id)
    actions.thank_for_mirror(by=request.user, mirror=own)
    messages.success(request, _("%(name)s gets your thanks.") % {"name": own.supporter.name})
    return redirect("experience:mirror", own.pk)


@allow(is_peer)
@require_POST
def away(request: PersonRequest, mirror_id: UUID) -> HttpResponse:
    """Put it out of sight, or take it out again."""
    own = own_mirror(request, mirror_id)
    actions.put_mirror_away(by=request.user, mirror=own, away=not own.put_away)
    messages.success(request, _("Out of sight.") if not own.put_away else _("It is among the others again."))
    return redirect("experience:strengths")


@allow(is_peer)
@require_POST
def stop(request: PersonRequest, mirror_id: UUID) -> HttpResponse:
    """Show nothing through this question any more, at once."""
    own = own_mirror(request, mirror_id)
    actions.stop_mirror(by=request.user, mirror=own)
    messages.success(request, _("Stopped. They see nothing through this question any more."))
    return redirect("experience:mirror", own.pk)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, mirror_id: UUID) -> HttpResponse:
    """Ask once, then forget a question and its answer."""
    own = own_mirror(request, mirror_id)
    if request.method != "POST":
        return render(request, "experience/strengths/mirror_remove.html", {"mirror": own})
    actions.remove_mirror(by=request.user, mirror=own)
    messages.success(request, _("It is gone."))
    return redirect("experience:strengths")
