import pytest
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse

from beenthere.consent.models import Look
from beenthere.core import audit, clock
from beenthere.core.middleware import ReadOnlyGet, WriteInGet
from beenthere.core.models import AuditEntry

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.both]


def answer(method: str, deed: object) -> HttpResponse:
    request = HttpRequest()
    request.method = method

    def view(request: HttpRequest) -> HttpResponse:
        deed()  # type: ignore[operator]
        return HttpResponse("done")

    return ReadOnlyGet(view)(request)


def write_something() -> None:
    audit.record("tested", by=None, thing=None)


def test_a_get_that_writes_is_refused() -> None:
    with pytest.raises(WriteInGet), transaction.atomic():
        answer("GET", write_something)
    assert not AuditEntry.objects.exists()


def test_a_post_writes() -> None:
    answer("POST", write_something)
    assert AuditEntry.objects.get().verb == "tested"


def test_a_get_may_write_the_read_log() -> None:
    owner = "6f1f3f43-5ce0-4b11-8b8e-111111111111"
    answer("GET", lambda: Look.objects.create(owner=owner, what="plans.path", thing=owner, at=clock.now()))
    assert Look.objects.count() == 1


@pytest.mark.parametrize("sql", ["DROP TABLE core_job", "delete from core_job", "CREATE TABLE x (y int)"])
def test_a_get_cannot_go_round_the_guard_in_raw_sql(sql: str) -> None:
    with pytest.raises(WriteInGet), transaction.atomic():
        answer("GET", lambda: connection.cursor().execute(sql))
