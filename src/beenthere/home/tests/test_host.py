"""The operator gives a desk that nobody keeps any more to somebody."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from beenthere.orgs import actions, rules
from beenthere.orgs.tests import make
from beenthere.people.actions import erase
from beenthere.people.tests.make import person

pytestmark = pytest.mark.django_db


def test_the_operator_gives_an_empty_desk_to_somebody_and_no_other() -> None:
    chloe, organisation = make.coordinator()
    with pytest.raises(CommandError, match="has a coordinator"):
        call_command("host", organisation.slug)
    erase(by=chloe)
    printed = StringIO()
    call_command("host", organisation.slug, stdout=printed)
    nan = person("Nan")
    actions.accept_invitation(by=nan, code=printed.getvalue().split("the code ")[1].split()[0])
    assert rules.coordinates(nan, organisation)


def test_an_organisation_that_is_not_there_has_no_desk_to_give() -> None:
    make.coordinator()
    with pytest.raises(CommandError, match="There are: phare"):
        call_command("host", "elsewhere")
