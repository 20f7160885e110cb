"""What a provider is asked to look over."""

from beenthere.training.compared import label_of, words_of
from beenthere.training.models import Training
from beenthere.training.writing import FACTS, facts_of

NOT_SHOWN = {"name", "name_language"}


def facts_to_confirm(training: Training) -> list[tuple[str, str]]:
    """Every fact that is stated, as it stands."""
    facts = facts_of(training)
    return [(label_of(name), words_of(name, facts[name])) for name in FACTS if facts[name] and name not in NOT_SHOWN]
