"""The committee's screens for a file: bring it, name its columns, look at its rows, publish it with a second reader."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beenthere.core.access import NotAllowed, allow
from beenthere.core.limits import Limit, limited
from beenthere.core.uploads import takes_a_file
from beenthere.people.requests import PersonRequest
from beenthere.training.actions import importing as actions
from beenthere.training.forms.importing import (
    MOST_BYTES,
    BringForm,
    ColumnsForm,
    PublishImportForm,
    SendImportBackForm,
)
from beenthere.training.importing import reads
from beenthere.training.models import BatchState, ImportBatch
from beenthere.training.rules import is_researcher, may_read_import

ON_A_PAGE = 25
BRINGING = Limit("bringing files", 10, 60)


@allow(is_researcher)
@require_safe
def imports(request: PersonRequest) -> HttpResponse:
    """The files that were brought, the newest first."""
    files = ImportBatch.objects.visible_to(request.user).select_related("by")
    page = Paginator(files, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "training/importing/imports.html", {"page_obj": page})


@allow(is_researcher)
@limited(BRINGING)
@takes_a_file(MOST_BYTES)
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: PersonRequest) -> HttpResponse:
    """Bring a file."""
    form = BringForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("source_url", "source_date", "language")}
        name = form.cleaned_data["file"].name
        batch = actions.bring_file(by=request.user, name=name, packed=form.packed, found=form.found, **told)
        return redirect("research:import-columns", batch.pk)
    return render(request, "training/importing/bring.html", {"form": form}, status=422 if form.errors else 200)


@allow(is_researcher)
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: PersonRequest, import_id: UUID) -> HttpResponse:
    """Say which column holds what."""
    batch = _batch(request, import_id)
    if batch.state != BatchState.COLUMNS:
        return redirect("research:import", batch.pk)
    form = ColumnsForm(batch, request.POST or None)
    if form.is_valid():
        actions.name_columns(by=request.user, batch=batch, targets=form.targets)
        return redirect("research:import", batch.pk)
    shown = {"form": form, "batch": batch}
    return render(request, "training/importing/columns.html", shown, status=422 if form.errors else 200)


@allow(is_researcher)
@require_safe
def batch(request: PersonRequest, import_id: UUID) -> HttpResponse:
    """How far a file is, and what each of its rows means."""
    return _shown(request, _batch(request, import_id))


def _shown(request: PersonRequest, batch: ImportBatch, **more: Any) -> HttpResponse:
    wanted = request.GET.get("verdict", "")
    rows = reads.rows_of(batch, request.user, wanted)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "batch": batch,
        "page_obj": page,
        "lines": [reads.line_of(row) for row in page],
        "verdicts": reads.verdicts_of(batch, wanted),
        "may_read": may_read_import(request.user, batch),
        "form": PublishImportForm(),
    }
    return render(request, "training/importing/batch.html", shown | more, status=422 if more else 200)


@allow(is_researcher)
@require_POST
def send(request: PersonRequest, import_id: UUID) -> HttpResponse:
    """Ask for a second reader."""
    batch = _batch(request, import_id)
    if actions.send_to_readers(by=request.user, batch=batch):
        messages.success(request, _("It waits for a second reader now."))
    return redirect("research:import", batch.pk)


@allow(is_researcher)
@require_POST
def stop(request: PersonRequest, import_id: UUID) -> HttpResponse:
    """Stop a file."""
    batch = _batch(request, import_id)
    if actions.stop_import(by=request.user, batch=batch):
        messages.success(request, _("Stopped. What was published before stays; nothing more follows."))
    return redirect("research:import", batch.pk)


@allow(is_researcher)
@require_POST
def publish(request: PersonRequest, import_id: UUID) -> HttpResponse:
    """Publish the whole file, as its second reader."""
    batch = _batch(request, import_id, to_read=True)
    form = PublishImportForm(request.POST)
    if not form.is_valid():
        return _shown(request, batch, form=form)
    if not actions.publish_import(by=request.user, batch=batch):
        messages.info(request, _("Somebody was quicker: this file does not wait any more."))
    return redirect("research:import", batch.pk)


@allow(is_researcher)
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: PersonRequest, import_id: UUID) -> HttpResponse:
    """Send a file back, with a reason."""
    batch = _batch(request, import_id, to_read=True)
    form = SendImportBackForm(request.POST or None)
    if form.is_valid():
        actions.send_import_back(by=request.user, batch=batch, **form.cleaned_data)
        return redirect("research:import", batch.pk)
    shown = {"form": form, "batch": batch}
    return render(request, "training/importing/send_back.html", shown, status=422 if form.errors else 200)


def _batch(request: PersonRequest, import_id: UUID, *, to_read: bool = False) -> ImportBatch:
    batch = get_object_or_404(ImportBatch.objects.visible_to(request.user), pk=import_id)
    if to_read and not may_read_import(request.user, batch):
        raise NotAllowed
    return batch
