"""The tick “count me”, and the mirror that shows how fairly waiting and asking fall."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import allow
from beenthere.orgs.models import Membership
from beenthere.people.requests import PersonRequest
from beenthere.reports import actions, reads
from beenthere.reports.forms import CountMeForm
from beenthere.reports.models import CountMe, Publication
from beenthere.reports.rules import is_peer


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def count_me(request: PersonRequest) -> HttpResponse:
    """For which organisations I let myself be counted."""
    form = CountMeForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        actions.be_counted(by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept. It holds from the next publication on."))
        return redirect("reports:count-me")
    return render(request, "reports/count_me.html", {"form": form}, status=422 if form.errors else 200)


@allow(is_peer)
@require_POST
def stop_counting(request: PersonRequest, slug: str) -> HttpResponse:
    """Let one organisation no longer count me."""
    row = get_object_or_404(CountMe.objects.visible_to(request.user), organisation__slug=slug)
    others = [one for one in reads.counted_for(request.user) if one.pk != row.organisation_id]
    actions.be_counted(by=request.user, organisations=others)
    return redirect("people:sharing")


@allow(is_peer)
@require_safe
def mirror(request: PersonRequest, slug: str) -> HttpResponse:
    """The last publication of one's organisation: fixed tables, nothing to choose."""
    mine = Membership.objects.visible_to(request.user).current().filter(person=request.user, organisation__slug=slug)
    organisation = get_object_or_404(mine.select_related("organisation")[:1]).organisation
    last = Publication.objects.visible_to(request.user).filter(organisation=organisation).first()
    page = {"organisation": organisation, "publication": last, "tables": reads.shown_tables(last) if last else []}
    return render(request, "reports/mirror.html", page)
