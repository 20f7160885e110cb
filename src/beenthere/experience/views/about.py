"""What a person tells about themselves, part by part, and what others see of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beenthere.core.access import allow, require
from beenthere.experience import actions, reads, sentences
from beenthere.experience.forms import FORMS, ChooseForm, PartForm, WordForm
from beenthere.experience.models import LivedExperience, Part
from beenthere.experience.rules import is_peer, may_see_after_yes
from beenthere.people.models import Person
from beenthere.people.requests import PersonRequest


@allow(is_peer)
def about(request: PersonRequest) -> HttpResponse:
    """All parts of “about me” at a glance, each with who may see it."""
    row = reads.own_about(request.user)
    parts = [(part, row.told(part), row.shown_words(part)) for part in Part]
    return render(request, "experience/about.html", {"parts": parts})


@allow(is_peer)
def part(request: PersonRequest, part: str) -> HttpResponse:
    """One part of “about me” on a screen of its own."""
    if part not in FORMS:
        raise Http404
    form = FORMS[part](reads.own_about(request.user), request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _keep_part(request, form)
    context = {"form": form, "part": Part(part), "step": Part.values.index(part) + 1, "of": len(Part)}
    return render(request, f"experience/part_{part}.html", context, status=422 if form.is_bound else 200)


def _keep_part(request: PersonRequest, form: PartForm) -> HttpResponse:
    value, shown = form.cleaned_data["value"], form.cleaned_data["shown"]
    actions.tell(by=request.user, part=form.part, value=value, shown=shown)
    companions = reads.companions(request.user)
    messages.success(request, sentences.about_part(form.part, shown, companions, is_empty=not value))
    following = Part.values[Part.values.index(form.part) + 1 :]
    if "go_on" in request.POST:
        return redirect("experience:part", following[0]) if following else redirect("experience:lived")
    return redirect("experience:about")


@allow(is_peer)
def as_others_see(request: PersonRequest) -> HttpResponse:
    """What people see of me before a yes, and after one."""
    before = reads.as_seen(request.user, after_yes=False)
    after = reads.as_seen(request.user, after_yes=True)
    page = {"before": before, "after": after, "reasons": reads.may_be_reasons(request.user)}
    return render(request, "experience/as_others_see.html", page)


@allow(is_peer)
def seen(request: PersonRequest, person_id: UUID) -> HttpResponse:
    """What the person I walk with tells about themselves. The look stands in their log."""
    person = get_object_or_404(Person.objects.visible_to(request.user), pk=person_id)
    if person.pk == request.user.pk:
        return redirect("experience:as-others-see")
    require(may_see_after_yes, request.user, person)
    context = {"person": person, "told": reads.about(person, request.user)}
    return render(request, "experience/seen.html", context)


@allow(is_peer)
def lived(request: PersonRequest) -> HttpResponse:
    """My words, under their two headings, each with who may see it."""
    rows = sorted(LivedExperience.objects.visible_to(request.user), key=lambda row: row.label)
    kinds = [(kind, [row for row in rows if row.kind == kind]) for kind in LivedExperience.Kind]
    return render(request, "experience/lived.html", {"kinds": kinds, "sentence": sentences.lived(rows)})


@allow(is_peer)
def choose(request: PersonRequest, kind: str) -> HttpResponse:
    """Tick words under a heading, or write my own."""
    if kind not in LivedExperience.Kind.values:
        raise Http404
    rows = LivedExperience.objects.visible_to(request.user).filter(kind=kind)
    form = ChooseForm(kind, rows, request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data
        actions.choose_words(
            by=request.user, kind=kind, codes=set(chosen["codes"]), keep_own=form.kept_own(),
            new_own=chosen["new_own"], shown=chosen["shown"],
        )  # fmt: skip
        messages.success(request, _("Saved. Below stands who sees what."))
        return redirect("experience:lived")
    context = {"form": form, "kind": LivedExperience.Kind(kind)}
    return render(request, "experience/choose.html", context, status=422 if form.is_bound else 200)


@allow(is_peer)
def word(request: PersonRequest, lived_id: UUID) -> HttpResponse:
    """One of my words: how much it matters, who may see it."""
    row = get_object_or_404(LivedExperience.objects.visible_to(request.user), pk=lived_id)
    form = WordForm(request.POST or None, initial={"weight": row.weight, "shown": row.shown})
    if request.method == "POST" and form.is_valid():
        actions.change_word(by=request.user, lived=row, **form.cleaned_data)
        messages.success(request, _("Saved. Below stands who sees what."))
        return redirect("experience:lived")
    context = {"form": form, "lived": row}
    return render(request, "experience/word.html", context, status=422 if form.is_bound else 200)


@require_POST
@allow(is_peer)
def remove(request: PersonRequest, lived_id: UUID) -> HttpResponse:
    """Take one of my words back; asking a second time changes nothing."""
    row = LivedExperience.objects.visible_to(request.user).filter(pk=lived_id).first()
    if row:
        actions.remove_word(by=request.user, lived=row)
        messages.success(request, _("Removed. Nobody sees it any more."))
    return redirect("experience:lived")
