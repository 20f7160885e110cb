"""What stops a real site from starting."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import CommandError

from beenthere.home import copies, standing


def test_a_master_key_that_does_not_fit_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the keys of those who join now would be wrapped by another key than everybody's before them."""

    def does_not_fit() -> None:
        raise ImproperlyConfigured("The master key does not fit the keys of this database.")

    monkeypatch.setattr(standing, "make_tables", lambda: None)
    monkeypatch.setattr(copies, "prove_master_key", does_not_fit)
    with pytest.raises(CommandError, match="does not fit"):
        call_command("serve")
