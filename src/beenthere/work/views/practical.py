"""Practical pages for everybody: first steps on each kind of path, and what can be arranged at work."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beenthere.core.access import public
from beenthere.core.places import PROVINCES
from beenthere.work.first_steps import FIRST_STEPS, TITLES
from beenthere.work.needs import DUTIES, NEEDS, READ_ON


@public
@require_safe
def first_steps(request: HttpRequest, kind: str) -> HttpResponse:
    """What to do first on one kind of path; each step can go into the plan."""
    if kind not in FIRST_STEPS:
        raise Http404
    number, groups = 0, []
    for group in FIRST_STEPS[kind]:
        groups.append((group.title, list(enumerate(group.steps, start=number + 1))))
        number += len(group.steps)
    others = [(code, title) for code, title in TITLES.items() if code != kind]
    shown = {"title": TITLES[kind], "kind": kind, "groups": groups, "others": others}
    return render(request, "work/first_steps.html", shown)


@public
@require_safe
def needs(request: HttpRequest) -> HttpResponse:
    """What can be arranged at work, need by need, and what employers must do, by province."""
    told = {duty.province for duty in DUTIES}
    unread = [str(each.name) for code, each in PROVINCES.items() if code not in told]
    names = {code: each.name for code, each in PROVINCES.items()}
    duties = [(names.get(duty.province), duty) for duty in DUTIES]
    return render(request, "work/needs.html", {"needs": NEEDS, "duties": duties, "unread": unread, "read_on": READ_ON})
