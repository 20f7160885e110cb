from collections import defaultdict
from uuid import uuid4

import pytest

from beenthere.core import events


@pytest.fixture(autouse=True)
def only_mine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_handlers", defaultdict(list))


def test_who_listens_is_told_once() -> None:
    heard: list[object] = []

    def hear(event: events.PersonErased) -> None:
        heard.append(event)

    events.on(events.PersonErased)(hear)
    events.on(events.PersonErased)(hear)
    event = events.PersonErased(uuid4())
    events.publish(event)
    assert heard == [event]


def test_other_events_are_not_heard() -> None:
    heard: list[object] = []
    events.on(events.PersonErased)(heard.append)
    events.publish(events.PairBlocked(uuid4(), uuid4()))
    assert heard == []


def test_a_listener_that_fails_undoes_the_whole() -> None:
    def fails(event: events.PersonErased) -> None:
        raise RuntimeError

    events.on(events.PersonErased)(fails)
    with pytest.raises(RuntimeError):
        events.publish(events.PersonErased(uuid4()))
