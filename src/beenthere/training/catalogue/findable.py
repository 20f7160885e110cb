"""By which words a training is found."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from django.utils.translation import override

from beenthere.core.given import plain
from beenthere.core.places import PROVINCES
from beenthere.core.search import Entry, Facets, Texts
from beenthere.core.words import fold
from beenthere.training.catalogue.facets import facets_of, said_of
from beenthere.training.catalogue.phrases import PHRASES
from beenthere.training.cover.covering import covers_of
from beenthere.training.models import Standing, Training

KIND = "training"
CHUNK = 300
_TEXTS = (
    "audience", "delivery", "languages", "cost", "prerequisites", "credential", "recognised_by", "practicum",
    "cost_help", "accessibility", "notes",
)  # fmt: skip


def entry_of(training: Training) -> Entry:
    """Give all by which the search finds it, what it has to choose by, and its place in a list."""
    return _entry(training, covers_of([training.pk]).get(training.pk, ()))


def entries_of(trainings: Iterable[Training]) -> Iterator[tuple[str, Entry]]:
    """Give the same for very many, a chunk at a time."""
    rest = iter(trainings)
    while some := list(islice(rest, CHUNK)):
        covers = covers_of(training.pk for training in some)
        yield from ((training.slug, _entry(training, covers.get(training.pk, ()))) for training in some)


def _entry(training: Training, covers: Collection[str]) -> Entry:
    values = facets_of(training, covers)
    return Entry(texts_of(training, values), values, _order(training))


def _order(training: Training) -> dict[str, str]:
    """What can be taken first, and first what is in the language of the page."""
    standing, name = list(Standing).index(Standing(training.standing)), fold(training.name)
    return {language: f"{standing}{int(training.name_language != language)} {name}" for language in ("en", "fr")}


def texts_of(training: Training, values: Facets) -> Texts:
    """Give the name in its own language, and everything else in both."""
    texts = {language: ("", *_about(training, values, language)) for language in ("en", "fr")}
    other = texts[training.name_language][1:]
    texts[training.name_language] = (training.name, *other)
    return texts


def _about(training: Training, values: Facets, language: str) -> list[str]:
    kind = {"en": "peer support training course", "fr": "formation en pair-aidance, soutien par les pairs"}
    with override(language):
        texts = [(getattr(training, name), training.language_of(name)) for name in _TEXTS]
        told = [plain(text, PHRASES, typed) for text, typed in texts if text]
        where = [PROVINCES[code].name for code in training.provinces if code in PROVINCES]
        told += said_of(values)
    return [kind[language], training.provider, training.city, *where, *told]
