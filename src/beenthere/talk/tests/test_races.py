"""Two come at the same moment: one counts."""

import pytest

from beenthere.core.tests.races import at_once
from beenthere.orgs.models import Role
from beenthere.orgs.tests.make import member
from beenthere.people.tests.make import person
from beenthere.talk import actions
from beenthere.talk.models import Concern
from beenthere.talk.tests.make import around

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "keys"])


def test_a_concern_is_taken_on_by_one() -> None:
    us, ola = around(), person("Ola")
    member(ola, us.organisation, Role.CONCERNS)
    told = us.concern()
    both = [Concern.objects.get(pk=told.pk) for _ in range(2)]
    at_once(
        lambda: actions.take_concern(by=us.ravi, concern=both[0]),
        lambda: actions.take_concern(by=ola, concern=both[1]),
    )
    told.refresh_from_db()
    assert [Concern.objects.readable_by(one).count() for one in (us.ravi, ola)].count(1) == 1
    assert told.taken_by in {us.ravi, ola}
