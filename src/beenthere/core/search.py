"""Search over everything public, in both languages at once; see docs/adr on search.

Python makes the words (core/words.py), the database finds them, and Python puts the findings in order:
so SQLite and PostgreSQL give the same answers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db import connection, models, transaction

from beenthere.core import words
from beenthere.core.bilingual import in_the_other_language
from beenthere.core.privacy import Privacy

Texts = Mapping[str, str | Sequence[str]]

LONGEST_QUERY = 200
MOST_WORDS = 10
MOST_CANDIDATES = 2000
CHUNK = 300


class SearchEntry(models.Model):
    """The words of one public thing. The database keeps its own index of them (migration 0002)."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    title = models.TextField()
    body = models.TextField()

    privacy = Privacy.of_public_facts("id", "kind", "key", "title", "body")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="one_search_entry_per_thing")]


class SearchWord(models.Model):
    """A word that some entry of a kind holds, to put slips of the keyboard right."""

    kind = models.CharField(max_length=40)
    word = models.TextField()
    shown = models.TextField()

    privacy = Privacy.of_public_facts("id", "kind", "word", "shown")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "word"], name="one_search_word_per_kind")]


class Found(list[str]):
    """Keys, best first; what was searched for if a slip was put right; whether some words were let go."""

    def __init__(self, keys: Iterable[str] = (), *, searched_for: str = "", partly: bool = False) -> None:
        super().__init__(keys)
        self.searched_for = searched_for
        self.partly = partly


@transaction.atomic
def index(kind: str, key: str, texts: Texts) -> None:
    """Make a thing findable. For each language: its title first, then whatever else tells about it."""
    _write(kind, {key: texts})


def index_all(kind: str, things: Mapping[str, Texts]) -> None:
    """Make exactly these things findable among their kind, a chunk at a time."""
    rest = iter(things.items())
    while chunk := dict(islice(rest, CHUNK)):
        with transaction.atomic():
            _write(kind, chunk)
    gone = set(SearchEntry.objects.filter(kind=kind).values_list("key", flat=True)) - things.keys()
    for key in gone:
        remove(kind, key)


@transaction.atomic
def remove(kind: str, key: str | None = None) -> None:
    """Make one thing of a kind, or the whole kind, unfindable."""
    entries = SearchEntry.objects.filter(kind=kind)
    if key is None:
        entries.delete()
        SearchWord.objects.filter(kind=kind).delete()
    else:
        entries.filter(key=key).delete()


def find(kind: str, query: str, limit: int | None = None) -> Found:
    """Find the things that hold all words of the query; failing that, put slips right; failing that, hold any."""
    asked = words.asked_words(query[:LONGEST_QUERY])[:MOST_WORDS]
    if not asked:
        return Found()
    terms = _terms(asked)
    if keys := _ranked(kind, terms, every=True):
        return Found(keys[:limit])
    known = [bool(_candidates(kind, [term], every=True, most=1)) for term in terms]
    corrected = [word if is_known else _nearest(kind, word) for word, is_known in zip(asked, known, strict=True)]
    searched_for = " ".join(filter(None, corrected)) if corrected != asked and any(corrected) else ""
    terms = _terms([word for word in corrected if word])
    if terms and all(corrected) and (keys := _ranked(kind, terms, every=True)):
        return Found(keys[:limit], searched_for=searched_for)
    return Found(_ranked(kind, terms, every=False)[:limit], searched_for=searched_for, partly=True)


@dataclass(frozen=True)
class _Term:
    """One word of the query: as typed, in all its forms, and whether it may be the beginning of a word."""

    word: str
    forms: frozenset[str]
    unfinished: bool

    def weight_in(self, tokens: frozenset[str]) -> int:
        """Tell how well the tokens answer this word: as typed, by its stem, or as a beginning."""
        if self.word in tokens:
            return 3
        if self.forms & tokens:
            return 2
        return int(self.unfinished and any(token.startswith(self.word) for token in tokens))


def _terms(asked: Sequence[str]) -> list[_Term]:
    cleaned = [words.clean(word) for word in asked]
    return [
        _Term(word, frozenset(words.forms(typed)), unfinished=typed == asked[-1] and len(word) >= 2)
        for typed, word in zip(asked, cleaned, strict=True)
        if word
    ]


def _ranked(kind: str, terms: Sequence[_Term], *, every: bool) -> list[str]:
    if not terms:
        return []
    scored = [(_score(entry, terms), entry) for entry in _candidates(kind, terms, every=every)]
    scored.sort(key=lambda pair: (-pair[0], len(pair[1].title), pair[1].key))
    return [entry.key for _, entry in scored]


def _score(entry: SearchEntry, terms: Sequence[_Term]) -> int:
    title, body = frozenset(entry.title.split()), frozenset(entry.body.split())
    return sum(max(3 * term.weight_in(title), term.weight_in(body)) for term in terms)


def _candidates(
    kind: str, terms: Sequence[_Term], *, every: bool, most: int = MOST_CANDIDATES
) -> Sequence[SearchEntry]:
    finder = _SQL[connection.vendor]
    return list(
        SearchEntry.objects.raw(finder.sql, finder.parameters(_question(terms, finder, every=every), kind, most))
    )


@dataclass(frozen=True)
class _Finder:
    """How one database is asked. Words hold letters and digits only, so that quoting them is safe."""

    sql: str
    one_of: str
    all_of: str
    whole: str
    beginning: str
    asks_twice: bool

    def parameters(self, question: str, kind: str, most: int) -> list[object]:
        return [question, kind, question, most] if self.asks_twice else [question, kind, most]


_SQL = {
    "sqlite": _Finder(
        sql="""
            SELECT entry.id, entry.kind, entry.key, entry.title, entry.body
            FROM core_search_index JOIN core_searchentry AS entry ON entry.id = core_search_index.rowid
            WHERE core_search_index MATCH %s AND entry.kind = %s
            ORDER BY bm25(core_search_index, 10.0, 1.0) LIMIT %s
        """,
        one_of=" OR ",
        all_of=" AND ",
        whole='"{}"',
        beginning='"{}"*',
        asks_twice=False,
    ),
    "postgresql": _Finder(
        sql="""
            SELECT id, kind, key, title, body FROM core_searchentry
            WHERE words @@ %s::tsquery AND kind = %s
            ORDER BY title_words @@ %s::tsquery DESC, id LIMIT %s
        """,
        one_of=" | ",
        all_of=" & ",
        whole="'{}'",
        beginning="'{}':*",
        asks_twice=True,
    ),
}


def _question(terms: Sequence[_Term], finder: _Finder, *, every: bool) -> str:
    groups = []
    for term in terms:
        ways = [finder.whole.format(form) for form in sorted(term.forms)]
        if term.unfinished:
            ways.append(finder.beginning.format(term.word))
        groups.append(f"({finder.one_of.join(ways)})")
    return (finder.all_of if every else finder.one_of).join(groups)


def _nearest(kind: str, word: str) -> str:
    """Give the known word that was probably meant, as it is written, or nothing."""
    folded = words.clean(word)
    if len(folded) < 4 or folded.isdigit():
        return ""
    known = dict(SearchWord.objects.filter(kind=kind).values_list("word", "shown"))
    return known.get(words.nearest(folded, known), "")


def _write(kind: str, things: Mapping[str, Texts]) -> None:
    entries, vocabulary = [], {}
    for key, texts in things.items():
        analysed = _Analysed(texts)
        title, body = " ".join(analysed.title), " ".join(analysed.body)
        entries.append(SearchEntry(kind=kind, key=key, title=title, body=body))
        vocabulary.update({words.clean(word): word for word in analysed.written})
    SearchEntry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["kind", "key"], update_fields=["title", "body"]
    )
    SearchWord.objects.bulk_create(
        [SearchWord(kind=kind, word=word, shown=shown) for word, shown in vocabulary.items() if word],
        ignore_conflicts=True,
        batch_size=CHUNK,
    )


class _Analysed:
    """The tokens of a thing's title and of all its other texts, each once, and its words as written."""

    def __init__(self, texts: Texts) -> None:
        self.title: dict[str, None] = {}
        self.body: dict[str, None] = {}
        self.written: dict[str, None] = {}
        for language, given in texts.items():
            title, *rest = [given] if isinstance(given, str) else given
            self._take(self.title, title, language)
            for text in rest:
                self._take(self.body, text, language)
            other = "fr" if language == "en" else "en"
            self._take(self.body, in_the_other_language(" . ".join([title, *rest]), language), other)

    def _take(self, tokens: dict[str, None], text: str, language: str) -> None:
        written = words.words_of(text)
        self.written.update(dict.fromkeys(written))
        for word in written:
            tokens.update(dict.fromkeys(sorted(words.forms(word, [language]))))
        tokens.update(dict.fromkeys(words.initials(text)))
