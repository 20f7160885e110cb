"""A short memory of public facts and of pages for visitors."""

import itertools
from collections.abc import Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory

from beenthere.core import kept

Counter = Iterator[int]


@pytest.fixture
def counted() -> Counter:
    return itertools.count(1)


def test_a_fact_is_worked_out_once_for_each_question_and_again_after_forgetting(counted: Counter) -> None:
    @kept.kept(seconds=60)
    def fact(question: str) -> str:
        return f"{question} {next(counted)}"

    assert [fact("a"), fact("a"), fact("b")] == ["a 1", "a 1", "b 2"]
    kept.forget()
    assert fact("a") == "a 3"


def test_a_fact_is_worked_out_again_when_it_is_old(counted: Counter) -> None:
    @kept.kept(seconds=0)
    def fact() -> int:
        return next(counted)

    assert [fact(), fact()] == [1, 2]


def test_nothing_is_none_too_and_is_kept(counted: Counter) -> None:
    @kept.kept(seconds=60)
    def fact() -> None:
        next(counted)

    assert (fact(), fact(), next(counted)) == (None, None, 2)


def test_a_page_is_shared_among_visitors_of_one_address_only(counted: Counter) -> None:
    @kept.kept_for_visitors(seconds=60)
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(next(counted)))

    asked = ["/", "/", "/?q=a", "/"]
    assert [view(RequestFactory().get(path)).content for path in asked] == [b"1", b"1", b"2", b"1"]


def test_whoever_has_a_cookie_gets_a_page_of_their_own(counted: Counter) -> None:
    @kept.kept_for_visitors(seconds=60)
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(str(next(counted)))

    signed_in = RequestFactory()
    signed_in.cookies["sessionid"] = "x"
    assert [view(signed_in.get("/")).content, view(RequestFactory().get("/")).content] == [b"1", b"2"]
    assert view(signed_in.get("/")).content == b"3"


def test_a_page_that_failed_or_gives_a_cookie_is_not_kept(counted: Counter) -> None:
    @kept.kept_for_visitors(seconds=60)
    def view(request: HttpRequest) -> HttpResponse:
        number = next(counted)
        response = HttpResponse(str(number), status=404 if number == 1 else 200)
        if number == 2:
            response.set_cookie("a", "b")
        return response

    assert [view(RequestFactory().get("/")).content for _ in range(4)] == [b"1", b"2", b"3", b"3"]


def test_a_page_with_a_form_that_posts_is_not_kept(counted: Counter) -> None:
    @kept.kept_for_visitors(seconds=60)
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(f"{next(counted)} {get_token(request)}")

    assert view(RequestFactory().get("/")).content != view(RequestFactory().get("/")).content
    assert next(counted) == 3


def test_invented_addresses_do_not_fill_the_memory() -> None:
    @kept.kept(seconds=60)
    def fact(number: int) -> int:
        return number

    for number in range(3 * kept.MOST):
        fact(number)
    assert len(kept._memory) <= kept.MOST
