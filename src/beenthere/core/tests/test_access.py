import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse

from beenthere.core.access import NotAllowed, allow, public, require
from beenthere.people.models import Person
from beenthere.people.tests import make


def nobody(person: Person) -> bool:
    """Holds for nobody."""
    return False


def anybody(person: Person) -> bool:
    """Holds for everybody."""
    return True


def ask(rule: object, user: object) -> HttpResponse:
    request = HttpRequest()
    request.method, request.path, request.user = "GET", "/en/plan/", user  # type: ignore[assignment]
    return allow(rule)(lambda request: HttpResponse("shown"))(request)  # type: ignore[arg-type]


def test_a_visitor_is_sent_to_sign_in_and_back() -> None:
    answer = ask(anybody, AnonymousUser())
    assert answer.status_code == 302
    assert answer["Location"].endswith("/sign-in/?next=/en/plan/")


@pytest.mark.django_db(databases=["default", "keys"])
def test_a_person_for_whom_the_rule_does_not_hold_finds_nothing() -> None:
    with pytest.raises(NotAllowed):
        ask(nobody, make.person("Dana"))


@pytest.mark.django_db(databases=["default", "keys"])
def test_a_person_for_whom_the_rule_holds_sees_the_page() -> None:
    assert ask(anybody, make.person("Amara")).content == b"shown"


def test_an_action_stops_where_its_rule_does_not_hold() -> None:
    with pytest.raises(NotAllowed):
        require(lambda by, thing: False, "Dana", "Amara's plan")


def test_a_public_view_is_marked() -> None:
    assert public(lambda request: HttpResponse()).is_public  # type: ignore[attr-defined]
