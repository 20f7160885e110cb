"""Names that I keep away, whether or not anybody here is called so."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beenthere.consent.models import NameBlock
from beenthere.consent.reads import name_blocks_of
from beenthere.consent.rules import MOST_NAMES
from beenthere.core.access import allow
from beenthere.matching import actions, rules
from beenthere.matching.forms import NameForm, typed
from beenthere.people.requests import PersonRequest


@allow(rules.is_peer)
def names(request: PersonRequest) -> HttpResponse:
    """The names that I keep away, and room for another; the answer is the same whoever is here."""
    kept = name_blocks_of(request.user.pk)
    form = NameForm(typed(request), full=len(kept) >= MOST_NAMES)
    if request.method == "POST" and form.is_valid():
        actions.keep_name_away(by=request.user, name=form.cleaned_data["name"])
        messages.success(request, _("Kept. You and anybody called so are not shown to each other. Nobody is told."))
        return redirect("matching:names")
    return render(request, "matching/names.html", {"form": form, "names": kept}, status=422 if form.errors else 200)


@require_POST
@allow(rules.is_peer)
def name_near(request: PersonRequest, name_id: UUID) -> HttpResponse:
    """Take a name back."""
    block = get_object_or_404(NameBlock.objects.visible_to(request.user), pk=name_id)
    actions.let_name_near(by=request.user, block=block)
    messages.success(request, _("Taken back. It opens nothing by itself."))
    return redirect("matching:names")
