import datetime as dt
import re

import pytest
from django.db import IntegrityError, connection, transaction

from beenthere.library.models import Card


@pytest.mark.django_db
def test_no_card_can_tell_its_day() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Card.objects.create(slug="a-card", kind="card", month=dt.date(2027, 3, 9))
    assert not Card.objects.exists()


@pytest.mark.django_db
@pytest.mark.sqlite_only
def test_the_file_of_the_data_needs_nothing_but_sqlite_to_be_checked() -> None:
    """A rule that calls one of Django's own functions could not be checked, copied or mended by SQLite's tools."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        rules = [row[0] for row in cursor.fetchall()]
    assert len(rules) > 100
    assert [rule for rule in rules if re.search(r"\bdjango_\w+\(", rule)] == []
