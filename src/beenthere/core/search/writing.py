"""Making things findable. Whoever writes holds the row of the kind, so that of two at once neither loses a bit."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import TypeVar
from uuid import uuid4

from django.db import transaction

from beenthere.core import words
from beenthere.core.bilingual import in_other_words
from beenthere.core.search.tables import Catalogue, FacetBits, SearchEntry, SearchWord

T = TypeVar("T")
Texts = Mapping[str, str | Sequence[str]]
Facets = Mapping[str, Collection[str]]

CHUNK = 300
SHARD = 32_768  # entries in one row of bits
LONGEST_ORDER = 100
ALL = ("", "")
_gathered: "ContextVar[dict[str, dict[str, Texts | Entry]] | None]" = ContextVar("gathered", default=None)
COLUMNS = ["title", "body", "order_en", "order_fr"]


@dataclass(frozen=True)
class Entry:
    """A thing to be found: for each language its title and other texts; what it has of each facet; its place."""

    texts: Texts
    facets: Facets = field(default_factory=dict)
    order: Mapping[str, str] = field(default_factory=dict)


def index(kind: str, key: str, thing: Texts | Entry) -> None:
    """Make a thing findable, in the transaction that made it public."""
    index_some(kind, {key: thing})


def index_some(kind: str, things: Mapping[str, Texts | Entry]) -> None:
    """Make these things findable, all at once; the others of their kind stay as they are."""
    gathered = _gathered.get()
    if gathered is not None:
        gathered[kind].update(things)
        return
    analysed = [_Analysed(key, thing if isinstance(thing, Entry) else Entry(thing)) for key, thing in things.items()]
    with transaction.atomic():
        _write(kind, analysed)


@contextmanager
def gathered() -> Iterator[None]:
    """Write what is made findable inside at its end, together: an import need not wait for each."""
    things: dict[str, dict[str, Texts | Entry]] = defaultdict(dict)
    token = _gathered.set(things)
    try:
        yield
    finally:
        _gathered.reset(token)
    for kind, some in things.items():
        for chunk in _chunks(some.items()):
            index_some(kind, dict(chunk))


def index_all(kind: str, things: Mapping[str, Texts | Entry] | Iterable[tuple[str, Texts | Entry]]) -> None:
    """Make exactly these things findable among their kind, a chunk at a time."""
    seen = set[str]()
    for chunk in _chunks(things.items() if isinstance(things, Mapping) else things):
        index_some(kind, dict(chunk))
        seen.update(key for key, _thing in chunk)
    for gone in _chunks(set(SearchEntry.objects.filter(kind=kind).values_list("key", flat=True)) - seen):
        remove_some(kind, gone)


def remove(kind: str, key: str | None = None) -> None:
    """Make one thing of a kind, or the whole kind, unfindable."""
    if key is None:
        with transaction.atomic():
            for table in (SearchEntry, SearchWord, FacetBits, Catalogue):
                table.objects.filter(kind=kind).delete()
    else:
        remove_some(kind, [key])


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(things)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


@transaction.atomic
def remove_some(kind: str, keys: Collection[str]) -> None:
    """Make these things of a kind unfindable, all at once."""
    catalogue = _held(kind)
    entries = SearchEntry.objects.filter(kind=kind, key__in=keys)
    _write_bits(catalogue, {pk: set() for pk in entries.values_list("pk", flat=True)})
    entries.delete()
    catalogue.save(update_fields=["version"])


@transaction.atomic
def remove_with_words(kind: str, key: str) -> None:
    """Make a thing unfindable and unlearn the words that it alone held: what somebody took back corrects no slip."""
    held = {word for row in SearchEntry.objects.filter(kind=kind, key=key) for word in _held_by(row)}
    remove_some(kind, [key])
    its = SearchWord.objects.filter(kind=kind, word__in=held).values_list("word", flat=True)
    left = {word for row in SearchEntry.objects.filter(kind=kind).iterator() for word in held & _held_by(row)}
    if gone := set(its) - left:
        SearchWord.objects.filter(kind=kind, word__in=gone).delete()
        # What every process remembers of the kind is read anew.
        Catalogue.objects.filter(kind=kind).update(epoch=uuid4())


def _held_by(row: SearchEntry) -> set[str]:
    return {*row.title.split(), *row.body.split()}


@transaction.atomic
def _write(kind: str, things: "Sequence[_Analysed]") -> None:
    catalogue = _held(kind)
    known = {row.key: row for row in SearchEntry.objects.filter(kind=kind, key__in=[each.key for each in things])}
    # Not one “insert or update”: PostgreSQL would use up a number for each, and the bits would grow long.
    entries = {each.key: each.entry(kind, known[each.key].pk if each.key in known else None) for each in things}
    new = [entry for entry in entries.values() if not entry.pk]
    changed = [entry for entry in entries.values() if entry.pk and not _same(entry, known[entry.key])]
    SearchEntry.objects.bulk_update(changed, COLUMNS, batch_size=100)
    SearchEntry.objects.bulk_create(new)
    if new or changed:
        _write_words(kind, {word: shown for each in things for word, shown in each.vocabulary.items()})
    bits_changed = _write_bits(catalogue, {entries[each.key].pk: each.values for each in things})
    if new or changed or bits_changed:
        catalogue.save(update_fields=["version"])


def _held(kind: str) -> Catalogue:
    """The row of the kind, which nobody else can write until this transaction ends; its version is the next."""
    Catalogue.objects.get_or_create(kind=kind)
    catalogue = Catalogue.objects.select_for_update().get(kind=kind)
    catalogue.version += 1
    return catalogue


def _same(one: SearchEntry, other: SearchEntry) -> bool:
    return all(_plain(getattr(one, name)) == _plain(getattr(other, name)) for name in COLUMNS)


def _plain(value: object) -> object:
    """PostgreSQL gives bytes as a view of them."""
    return bytes(value) if isinstance(value, memoryview) else value


def _write_words(kind: str, vocabulary: Mapping[str, str]) -> None:
    known = set(SearchWord.objects.filter(kind=kind, word__in=vocabulary).values_list("word", flat=True))
    new = [SearchWord(kind=kind, word=word, shown=shown) for word, shown in vocabulary.items() if word not in known]
    SearchWord.objects.bulk_create(new, ignore_conflicts=True, batch_size=CHUNK)


def _write_bits(catalogue: Catalogue, values: Mapping[int, set[tuple[str, str]]]) -> bool:
    """Set and clear the bits of these entries; other bits stay. Tells whether any changed."""
    changed = [_write_shard(catalogue, shard, values) for shard in sorted({pk // SHARD for pk in values})]
    return any(changed)


def _write_shard(catalogue: Catalogue, shard: int, values: Mapping[int, set[tuple[str, str]]]) -> bool:
    here = {1 << pk % SHARD: pairs for pk, pairs in values.items() if pk // SHARD == shard}
    theirs, wanted = sum(here), defaultdict[tuple[str, str], int](int)
    for bit, pairs in here.items():
        for pair in pairs:
            wanted[pair] |= bit
    changed = []
    for row in FacetBits.objects.filter(kind=catalogue.kind, shard=shard):
        before = int.from_bytes(bytes(row.bits), "little")
        # A set that empties stays: whoever remembers it must notice that it did.
        after = before & ~theirs | wanted.pop((row.facet, row.value), 0)
        if after != before:
            row.bits, row.version = _packed(after), catalogue.version
            changed.append(row)
    kind, version = catalogue.kind, catalogue.version
    new = [
        FacetBits(kind=kind, facet=facet, value=value, shard=shard, version=version, bits=_packed(bits))
        for (facet, value), bits in wanted.items()
    ]
    FacetBits.objects.bulk_update(changed, ["bits", "version"], batch_size=100)
    FacetBits.objects.bulk_create(new)
    return bool(changed or new)


def _packed(bits: int) -> bytes:
    return bits.to_bytes((bits.bit_length() + 7) // 8, "little")


class _Analysed:
    """The tokens of a thing's title and of all its other texts, each once, its words as written, and its values."""

    def __init__(self, key: str, thing: Entry) -> None:
        self.key = key
        self.title: dict[str, None] = {}
        self.body: dict[str, None] = {}
        self.written: dict[str, None] = {}
        for language, given in thing.texts.items():
            title, *rest = [given] if isinstance(given, str) else given
            self._take(self.title, title, language)
            for text in filter(None, rest):
                self._take(self.body, text, language)
            other = "fr" if language == "en" else "en"
            here, there = in_other_words([title, *rest], language)
            self._take(self.body, here, language)
            self._take(self.body, there, other)
        for token in self.title:
            self.body.pop(token, None)
        self.vocabulary = {clean: word for word in self.written if (clean := words.clean(word))}
        self.values = {ALL, *((facet, value) for facet, values in thing.facets.items() for value in values)}
        self.order = {language: place.encode()[:LONGEST_ORDER] for language, place in thing.order.items()}

    def entry(self, kind: str, pk: int | None) -> SearchEntry:
        """The row of it."""
        return SearchEntry(
            pk=pk,
            kind=kind,
            key=self.key,
            title=" ".join(self.title),
            body=" ".join(self.body),
            order_en=self.order.get("en"),
            order_fr=self.order.get("fr"),
        )

    def _take(self, tokens: dict[str, None], text: str, language: str) -> None:
        written, found = _tokens(text, language)
        self.written.update(written)
        tokens.update(found)


@lru_cache(maxsize=5_000)
def _tokens(text: str, language: str) -> tuple[dict[str, None], dict[str, None]]:
    """The words of a text as written, and its tokens; remembered, because a catalogue says many things again."""
    written = dict.fromkeys(words.words_of(text))
    found = [token for word in written for token in words.sorted_forms(word, language)]
    return written, dict.fromkeys([*found, *words.initials(text)])
