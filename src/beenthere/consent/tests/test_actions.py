import datetime as dt
from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest

from beenthere.consent import actions, reads
from beenthere.consent.models import Block, Connection, Grant, Look
from beenthere.core import clock, events
from beenthere.core.access import NotAllowed

pytestmark = [pytest.mark.django_db(databases=["default", "keys"]), pytest.mark.both]
AMARA, BENOIT, DANA, PATH = (UUID(int=n) for n in (2, 1, 3, 4))
SOON = dt.date(2026, 12, 1)
IN_TORONTO = SimpleNamespace(time_zone="America/Toronto")


@pytest.fixture
def together() -> Connection:
    return actions.connect(one=AMARA, other=BENOIT, reason="match")


def share_path(until: dt.date = SOON) -> Grant:
    return actions.grant(
        owner=AMARA, reader=BENOIT, what="plans.path", thing=PATH, until=until, ends_at=clock.end_of(until, IN_TORONTO)
    )


def at_day(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(17), tzinfo=dt.UTC)


def test_a_pair_is_connected_once_whoever_comes_first(together: Connection) -> None:
    again = actions.connect(one=BENOIT, other=AMARA, reason="match")
    assert again == together
    assert reads.connected_ids(AMARA) == {BENOIT}
    assert reads.connected(BENOIT, AMARA)


def test_nobody_connects_to_themselves() -> None:
    with pytest.raises(NotAllowed):
        actions.connect(one=AMARA, other=AMARA, reason="match")


def test_a_piece_is_shared_only_with_somebody_one_walks_with() -> None:
    with pytest.raises(NotAllowed):
        share_path()


def test_until_includes_that_day(together: Connection) -> None:
    share_path(until=SOON)
    with clock.at(at_day(SOON)):
        assert reads.readable_things(BENOIT, "plans.path") == {PATH}
    with clock.at(at_day(SOON + dt.timedelta(days=1))):
        assert reads.readable_things(BENOIT, "plans.path") == set()


def test_sharing_again_moves_the_date(together: Connection) -> None:
    share_path()
    share_path(until=SOON + dt.timedelta(days=9))
    assert Grant.objects.get().until == SOON + dt.timedelta(days=9)


def test_stopping_stops_at_once(together: Connection) -> None:
    shared = share_path(until=clock.today() + dt.timedelta(days=5))
    actions.stop_grant(owner=AMARA, grant=shared)
    assert reads.readable_things(BENOIT, "plans.path") == set()


def test_only_the_owner_stops_a_sharing(together: Connection) -> None:
    shared = share_path()
    with pytest.raises(NotAllowed):
        actions.stop_grant(owner=BENOIT, grant=shared)
    assert Grant.objects.get().stopped_at is None


def test_an_ending_stops_every_sharing_and_is_told(together: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    monkeypatch.setattr(actions, "publish", heard.append)
    share_path(until=clock.today() + dt.timedelta(days=5))
    actions.disconnect(one=BENOIT, other=AMARA)
    actions.disconnect(one=BENOIT, other=AMARA)
    assert reads.readable_things(BENOIT, "plans.path") == set()
    assert heard == [events.ConnectionEnded(BENOIT, AMARA)]


def test_two_people_may_connect_again_after_an_ending(together: Connection) -> None:
    actions.disconnect(one=AMARA, other=BENOIT)
    actions.connect(one=AMARA, other=BENOIT, reason="match")
    assert reads.connected(AMARA, BENOIT)
    assert Connection.objects.count() == 2


def test_a_block_ends_the_connection_and_only_its_maker_sees_it(together: Connection) -> None:
    actions.block(by=AMARA, whom=BENOIT)
    actions.block(by=AMARA, whom=BENOIT)
    assert not reads.connected(AMARA, BENOIT)
    assert reads.blocked_ids(AMARA) == {BENOIT}
    assert reads.blocked_ids(BENOIT) == {AMARA}
    assert Block.objects.visible_to(SimpleNamespace(pk=AMARA)).count() == 1
    assert not Block.objects.visible_to(SimpleNamespace(pk=BENOIT)).exists()


def test_unblocking_opens_nothing(together: Connection) -> None:
    actions.block(by=AMARA, whom=BENOIT)
    actions.unblock(by=AMARA, whom=BENOIT)
    assert not reads.blocked(AMARA, BENOIT)
    assert not reads.connected(AMARA, BENOIT)


def test_every_look_is_written_down_but_not_ones_own() -> None:
    actions.look(reader=BENOIT, owner=AMARA, what="plans.path", thing=PATH)
    actions.look(reader=AMARA, owner=AMARA, what="plans.path", thing=PATH)
    assert list(Look.objects.visible_to(SimpleNamespace(pk=AMARA)).values_list("reader", flat=True)) == [BENOIT]


def test_a_desk_line_is_written_down_once_a_day() -> None:
    for hours in (0, 5, 30):
        with clock.at(at_day(SOON) + dt.timedelta(hours=hours)):
            actions.look(reader=BENOIT, owner=AMARA, what="matching.request", thing=PATH, once_a_day=True)
    assert Look.objects.count() == 2


def test_an_outsider_sees_no_row_of_a_pair(together: Connection) -> None:
    share_path()
    dana = SimpleNamespace(pk=DANA)
    assert not Connection.objects.visible_to(dana).exists()
    assert not Grant.objects.visible_to(dana).exists()


def test_stop_all_stops_everything_that_is_mine_and_nothing_else(together: Connection) -> None:
    share_path()
    ends_at = clock.end_of(SOON, IN_TORONTO)
    other = actions.grant(owner=BENOIT, reader=AMARA, what="plans.path", thing=uuid4(), until=SOON, ends_at=ends_at)
    assert actions.stop_all(owner=AMARA) == 1
    other.refresh_from_db()
    assert other.stopped_at is None


def test_a_list_is_written_down_line_by_line_once_a_day() -> None:
    lines = {uuid4(): AMARA, uuid4(): DANA, uuid4(): BENOIT}
    for _ in range(2):
        actions.look_at_all(reader=BENOIT, what="matching.request", owners=lines)
    assert Look.objects.count() == 2
    assert not Look.objects.filter(owner=BENOIT).exists()
