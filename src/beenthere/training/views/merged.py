"""The address of a record that became part of another leads to that one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from beenthere.training.catalogue.merged import survivor_at


def follows_merged(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Lead on from the slug of a merged record; not for ever, because the two can be parted again."""

    @wraps(view)
    def following(request: HttpRequest, slug: str, **given: Any) -> HttpResponse:
        try:
            return view(request, slug, **given)
        except Http404:
            stayed = survivor_at(slug)
            if stayed is None:
                raise
            return redirect(stayed)

    return following
