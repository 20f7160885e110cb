"""Time and money: what I receive now, ways to try out, and all of them side by side."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from beenthere.core.access import allow
from beenthere.people.requests import PersonRequest
from beenthere.people.rules import is_peer
from beenthere.plans import actions, rules
from beenthere.plans.forms import MoneyNowForm, VariantForm
from beenthere.plans.models import MoneyNow, Path, Variant
from beenthere.plans.whatif import WhatIf, counts_of


def own_variant(request: PersonRequest, variant_id: UUID) -> Variant:
    """Fetch one of the person's own variants; any other does not exist."""
    return get_object_or_404(Variant.objects.visible_to(request.user).prefetch_related("paths"), pk=variant_id)


@allow(is_peer)
@require_safe
def money(request: PersonRequest) -> HttpResponse:
    """Show the variants side by side, month by month, with what the rule does."""
    return render(request, "plans/money.html", {"money": WhatIf(request.user)})


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def now(request: PersonRequest) -> HttpResponse:
    """Say which support one gets now, and how much."""
    form = MoneyNowForm.of(
        request.user, MoneyNow.objects.visible_to(request.user).first(), request.POST or None
    )  # fmt: skip
    if form.is_valid():
        actions.tell_money_now(by=request.user, told=form.cleaned_data)
        messages.success(request, _("Kept. Only you see it."))
        return redirect("plans:money")
    return render(request, "plans/money_now.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Set a way to try out beside the others."""
    if request.method != "POST" and not rules.has_room_for_variant(request.user):
        messages.info(request, _("Three ways stand side by side already. Change one, or take one away first."))
        return redirect("plans:money")
    form = VariantForm.beginning(request.user, counts_of(request.user), _path_of(request), request.POST or None)
    if form.is_valid():
        chosen = {"paths": form.cleaned_data["paths"], "new_id": form.cleaned_data["new_id"]}
        actions.make_variant(by=request.user, told=form.told, **chosen)
        messages.success(request, _("It stands beside the others. Only you see it."))
        return redirect("plans:money")
    return render(request, "plans/variant_new.html", {"form": form}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def variant(request: PersonRequest, variant_id: UUID) -> HttpResponse:
    """Try one of them otherwise."""
    mine = own_variant(request, variant_id)
    form = VariantForm.of(request.user, counts_of(request.user), mine, request.POST or None)
    if form.is_valid():
        actions.change_variant(by=request.user, variant=mine, told=form.told, paths=form.cleaned_data["paths"])
        messages.success(request, _("Kept."))
        return redirect("plans:money")
    return render(request, "plans/variant.html", {"form": form, "variant": mine}, status=422 if form.is_bound else 200)


@allow(is_peer)
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: PersonRequest, variant_id: UUID) -> HttpResponse:
    """Ask once, then take one away."""
    mine = own_variant(request, variant_id)
    if request.method != "POST":
        return render(request, "plans/variant_remove.html", {"variant": mine})
    actions.remove_variant(by=request.user, variant=mine)
    messages.success(request, _("It is gone. Your paths are as they were."))
    return redirect("plans:money")


def _path_of(request: PersonRequest) -> Path | None:
    """The path from which one came here, if it is one's own."""
    try:
        wanted = UUID(request.GET.get("path", ""))
    except ValueError:
        return None
    return Path.objects.visible_to(request.user).filter(pk=wanted).first()
