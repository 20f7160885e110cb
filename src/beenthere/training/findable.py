"""By which words a training is found."""

from django.utils.translation import override

from beenthere.core.given import plain
from beenthere.core.places import PROVINCES
from beenthere.core.search import Texts
from beenthere.training.models import Training
from beenthere.training.phrases import PHRASES

KIND = "training"


def texts_of(training: Training) -> Texts:
    """Give the name in its own language, and everything else in both."""
    texts = {language: ("", *_about(training, language)) for language in ("en", "fr")}
    other = texts[training.name_language][1:]
    texts[training.name_language] = (training.name, *other)
    return texts


def _about(training: Training, language: str) -> list[str]:
    given = (
        training.audience, training.delivery, training.languages, training.cost, training.prerequisites,
        training.credential, training.recognised_by, training.practicum, training.cost_help, training.accessibility,
        training.notes,
    )  # fmt: skip
    kind = {"en": "peer support training course", "fr": "formation en pair-aidance, soutien par les pairs"}
    with override(language):
        told = [plain(text, PHRASES) for text in given if text]
        where = [PROVINCES[code].name for code in training.provinces if code in PROVINCES]
    return [kind[language], training.provider, training.city, *where, *told]
