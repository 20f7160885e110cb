"""Addresses without a language: the door, what machines ask for, and the gallery of components."""

from types import SimpleNamespace

from django import forms
from django.db import connections
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from beenthere.core import icons, limits
from beenthere.core.access import public
from beenthere.core.forms import DayField
from beenthere.core.openapi import description
from beenthere.core.opendata import LANGUAGE, LANGUAGES, Operation, json_answer, open_data

PRIVATE_PLACES = (
    "me/",
    "plan/",
    "matching/",
    "talk/",
    "meetings/",
    "desk/",
    "research/",
    "join/",
    "sign-in/",
    "invitation/",
    "setup/",
)


@public
@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """Send people to the language that their account or their browser prefers."""
    language = getattr(request.user, "language", "") or get_language()
    response = redirect(f"/{language}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


@public
@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """Say that the site answers and that both of its databases do."""
    for alias in ("default", "keys"):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


@public
@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    """Tell search engines to stay out of what belongs to people."""
    lines = ["User-agent: *", *(f"Disallow: /{code}/{place}" for code in ("en", "fr") for place in PRIVATE_PLACES)]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")


@public
@require_safe
def favicon(_request: HttpRequest) -> HttpResponse:
    """Browsers ask for this name; the drawing has another."""
    return redirect(static("core/icon.svg"), permanent=False)


@open_data(
    Operation(_("This description."), {"application/json": {"type": "object", "required": ["openapi"]}}, (LANGUAGE,)),
    limits.SEARCHING,
)
def openapi(request: HttpRequest, lang: str = LANGUAGES[0]) -> HttpResponseBase:
    """Describe the open data for programs."""
    return json_answer(request, description(lang))


class GalleryForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("A name to be called by"), max_length=12, help_text=_("Any name you like."))
    words = forms.CharField(label=_("In your own words"), max_length=2000, widget=forms.Textarea, required=False)
    day = DayField(label=_("Until"))
    way = forms.ChoiceField(
        label=_("How would you like to meet?"),
        choices=[("phone", _("by phone")), ("video", _("by video")), ("text", _("by text"))],
        widget=forms.RadioSelect,
    )
    times = forms.MultipleChoiceField(
        label=_("When are you free?"),
        choices=[("morning", _("mornings")), ("afternoon", _("afternoons")), ("evening", _("evenings"))],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "side-by-side"}),
        required=False,
    )
    agree = forms.BooleanField(label=_("I am 16 or older."))


@public
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every component once, for those who build the site."""
    fact = SimpleNamespace(
        source_url="https://www.example.org/page", source_date="2026", read_on=None, checked_on=None, checked_by=""
    )
    wrong = GalleryForm({"name": "A name that is much too long", "words": "Kept.", "day": "soon"})
    shown = {"fact": fact, "form": wrong, "fresh": GalleryForm(prefix="fresh"), "drawings": list(icons.PATHS)}
    return render(request, "ui/gallery.html", shown)
