"""A state that nobody knows, and a pair of one, never get into the database, whatever slips past an action."""

from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from django.db.models import F

from beenthere.consent.models import Block, Grant
from beenthere.matching.models import Ask, Match, MatchRequest, Offer, OfferApproval
from beenthere.orgs.models import Membership
from beenthere.plans.models import ChosenSupport, Path, Suggestion, Variant
from beenthere.work.models import BenefitRule
from tests.world import World

REFUSED: list[tuple[type[models.Model], dict[str, Any]]] = [
    (Ask, {"state": "lost"}),
    (Ask, {"state": "asked", "waiting_since": None}),
    (Ask, {"supporter": F("asker")}),
    (Match, {"supporter": F("asker")}),
    (MatchRequest, {"state": "lost"}),
    (Offer, {"capacity": 0}),
    (OfferApproval, {"state": "perhaps"}),
    (Membership, {"role": "king"}),
    (Path, {"pace": "failed"}),
    (Path, {"kind": "best"}),
    (ChosenSupport, {"rating": "10"}),
    (Suggestion, {"state": "lost"}),
    (Variant, {"place": 4}),
    (BenefitRule, {"sure": "quite"}),
    (BenefitRule, {"sure": "verified", "source_url": ""}),
    (Grant, {"reader": F("owner")}),
    (Block, {"whom": F("by")}),
]


@pytest.mark.django_db
def test_the_database_refuses_what_no_action_would_write(world: World) -> None:
    taken = []
    for model, values in REFUSED:
        row = model._default_manager.first()
        assert row is not None, model
        try:
            with transaction.atomic():
                model._default_manager.filter(pk=row.pk).update(**values)
            taken.append((model.__name__, values))
        except IntegrityError:
            pass
    assert taken == []
