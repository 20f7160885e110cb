"""What every answer tells browsers, and what no page allows: frames, scripts of others, keeping what is private."""

import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from beenthere.core import middleware
from beenthere.people.tests import make
from tests.guards.test_access_matrix import address_of, addresses
from tests.world import World, arguments

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
}
DIRECTIVES = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "form-action": "'self'",
    "base-uri": "'none'", "frame-ancestors": "'none'", "connect-src": "'self'",
}  # fmt: skip
# The same for everybody, and for pages of any site to read.
OPEN_DATA = {"core:openapi", "data:atom", "data:csv", "data:dictionary", "data:json", "data:record"}
OPEN_DATA |= {name for name, _parameters in addresses() if name.startswith("hsds:")}
OF_A_RESUME = {"application/json", "application/pdf"}  # to take along
FORBIDDEN = {"camera", "microphone", "geolocation", "display-capture", "payment", "usb"}


def answers(world: World) -> Iterator[tuple[str, HttpResponse]]:
    """Every address, as Amara and as a visitor, and the pages for when something is amiss."""
    hers, known = make.signed_in(world.amara), arguments(world)
    for name, given in sorted(set(addresses()) - {("home:leave", ())}):
        for client in (hers, Client()):
            yield name, client.get(address_of(name, given, known))  # type: ignore[misc]
    yield "not found", hers.get("/en/nowhere/")  # type: ignore[misc]
    yield "too much", hers.post(reverse("plans:dream"), {"dream": "a" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE})  # type: ignore[misc]
    yield "old page", Client(enforce_csrf_checks=True).post(reverse("people:sign-in"))  # type: ignore[misc]


def missing(page: HttpResponse) -> set[str]:
    """Which of the headers are not as they should be."""
    wrong = {name for name, value in ALWAYS.items() if page.headers.get(name) != value}
    policy = dict(part.strip().split(" ", 1) for part in page.headers["Content-Security-Policy"].split(";"))
    wrong |= {name for name, value in DIRECTIVES.items() if policy.get(name) != value}
    allowed = set(re.findall(r"([\w-]+)=\(\)", page.headers.get("Permissions-Policy", "")))
    return wrong | (FORBIDDEN - allowed)


def test_every_answer_of_every_address_has_every_header(world: World) -> None:
    found = [(name, missing(page)) for name, page in answers(world)]
    assert len(found) > 150
    meant = {name: {"Cross-Origin-Resource-Policy"} for name in OPEN_DATA}
    assert [(name, wrong) for name, wrong in found if wrong != meant.get(name, set())] == []


def test_what_is_private_or_holds_a_form_is_kept_nowhere(world: World) -> None:
    kept = {
        name
        for name, page in answers(world)
        if b'type="password"' in (body := page.getvalue()) or b'method="post"' in body
        if "no-store" not in page.headers.get("Cache-Control", "")
    }
    assert kept - {"core:gallery"} == set()


def test_leaving_and_signing_out_clear_the_browser(world: World) -> None:
    client = make.signed_in(world.amara)
    out = client.post(reverse("people:sign-out"))
    assert out.headers["Clear-Site-Data"] == '"cache", "storage"'
    left = make.signed_in(world.amara).get(reverse("home:leave"))
    assert left.headers["Clear-Site-Data"] == '"cookies", "storage"'
    assert left.headers["Referrer-Policy"] == "no-referrer"


@override_settings(SECURE_HSTS_SECONDS=3600, SECURE_SSL_REDIRECT=True)
def test_with_an_https_address_browsers_are_told_to_stay_with_it() -> None:
    """With its real settings: tests/running/test_serving.py."""
    assert Client().get("/en/").headers["Location"].startswith("https://")
    assert "max-age=3600" in Client().get("/en/", secure=True).headers["Strict-Transport-Security"]


def test_no_other_site_may_read_an_answer(world: World) -> None:
    open_to_all = {name for name, page in answers(world) if "Access-Control-Allow-Origin" in page.headers}
    assert open_to_all == OPEN_DATA


def test_a_form_of_another_site_does_nothing(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.amara)
    known = arguments(world)
    posts = [address_of(name, given, known) for name, given in set(addresses()) if name != "home:leave"]
    done = {each: client.post(each, {"text": "x"}, headers={"origin": "https://evil.example"}) for each in posts}
    assert {each for each, page in done.items() if page.status_code not in {403, 405, 404}} == set()


def test_pages_say_what_they_are(world: World) -> None:
    kinds = {page.headers["Content-Type"] for name, page in answers(world) if name not in OPEN_DATA and page.getvalue()}
    files = {"text/plain", "text/csv; charset=utf-8", "application/zip", "image/webp", *OF_A_RESUME}
    assert kinds <= {"text/html; charset=utf-8", *files}


def test_nothing_is_debugged_unless_somebody_asks() -> None:
    assert not settings.DEBUG
    assert "BEENTHERE_DEBUG" not in (settings.PACKAGE / "config/launch.py").read_text()


@pytest.mark.parametrize("path", ["/static/", "/static/core/", "/.git/config", "/admin/", "/en/.env", "/metrics"])
def test_no_listing_no_trace_and_no_inner_page(path: str) -> None:
    assert Client().get(path).status_code == 404
    assert Client().trace("/en/").status_code == 405


def test_it_bites_where_a_header_is_forgotten(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(middleware, "TOLD", {})
    page = make.signed_in(world.amara).get("/en/plan/")
    assert missing(page) >= {"Cross-Origin-Resource-Policy", "camera"}  # type: ignore[arg-type]
