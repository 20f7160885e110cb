"""Sessions whose key stands nowhere but in the browser: the table holds only something to compare it with.

Django keeps the key itself; whoever had a copy of the database could then sit down in every session that still runs.
"""

import datetime as dt
import hashlib
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import SessionBase

from beenthere.core import clock

# Used, a session goes on; left alone for two hours it is over (SESSION_COOKIE_AGE), and in any case after:
LONGEST = dt.timedelta(hours=12)
LONGEST_ON_OWN_DEVICE = dt.timedelta(days=14)
TOUCH_EVERY = dt.timedelta(minutes=10)  # so that looking at pages writes seldom
LENGTH = 40  # as long as the column: 160 bits


def kept_as(session_key: str | None) -> str:
    """What the table holds in place of a key, which is random and long, so that no try leads back to it."""
    return hashlib.sha256((session_key or "").encode()).hexdigest()[:LENGTH]


class SessionStore(db.SessionStore):
    """Django's sessions in the database, found by the digest of their key."""

    def _get_session_from_db(self) -> Any:
        row = self.model.objects.filter(session_key=kept_as(self.session_key), expire_date__gt=clock.now()).first()
        if row is None:
            self._session_key = None  # an unknown key is never taken over
        return row

    def exists(self, session_key: str) -> bool:
        return self.model.objects.filter(session_key=kept_as(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row = super().create_model_instance(data)
        row.session_key = kept_as(row.session_key)
        return row

    def get_expiry_date(self, **kwargs: Any) -> Any:
        # By the one clock, by which the session is also looked up and swept away.
        return super().get_expiry_date(**{"modification": clock.now(), **kwargs})

    def delete(self, session_key: str | None = None) -> None:
        if key := session_key or self.session_key:
            self.model.objects.filter(session_key=kept_as(key)).delete()


def is_over(session: SessionBase) -> bool:
    """Whether a session of somebody who is signed in has lasted as long as any may; if not, it is noted as in use."""
    now = clock.now()
    began = dt.datetime.fromisoformat(session.setdefault("began", now.isoformat()))
    touched = dt.datetime.fromisoformat(session.setdefault("touched", now.isoformat()))
    longest = LONGEST if session.get_expire_at_browser_close() else LONGEST_ON_OWN_DEVICE
    if now - began > longest:
        return True
    if now - touched > TOUCH_EVERY:
        session["touched"] = now.isoformat()
    return False
