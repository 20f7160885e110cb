"""Each database's own way to tell which entries hold a word, as pieces of 32 bits.

Words hold letters and digits only, so that quoting them is safe.
"""

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from django.db import connection, transaction

AT_ONCE = 100  # SQLite puts no more than 500 queries together


class Posting(NamedTuple):
    """The entries that hold a word in their title, and those that hold it anywhere."""

    title: int
    anywhere: int


@dataclass(frozen=True)
class _Way:
    """How one database is asked for one word."""

    sql: str
    whole: str
    beginning: str
    in_title: str
    anywhere: str


_WAYS = {
    "sqlite": _Way(
        sql="SELECT %s, {where}, rowid >> 5 AS piece, SUM(1 << (rowid & 31)) FROM core_search_index"
        " WHERE core_search_index MATCH %s GROUP BY piece",
        whole='"{}"',
        beginning='"{}"*',
        in_title="{{title}} : {}",
        anywhere="{}",
    ),
    "postgresql": _Way(
        sql="SELECT %s, {where}, id >> 5 AS piece, BIT_OR(1::bigint << (id & 31)::int) FROM core_searchentry"
        " WHERE {column} @@ %s::tsquery GROUP BY piece",
        whole="'{}'",
        beginning="'{}':*",
        in_title="{}",
        anywhere="{}",
    ),
}
_COLUMNS = ("title_words", "words")


def read(tokens: Collection[str]) -> dict[str, Posting]:
    """Ask the database, for many words in one query."""
    found: dict[str, Posting] = {}
    rest = iter(sorted(tokens))
    while some := list(islice(rest, AT_ONCE)):
        pieces = _pieces(some)
        found |= {token: Posting(_joined(pieces[token, 0]), _joined(pieces[token, 1])) for token in some}
    return found


def _pieces(tokens: Collection[str]) -> dict[tuple[str, int], list[tuple[int, int]]]:
    way, queries, parameters = _WAYS[connection.vendor], list[str](), list[str]()
    for token in tokens:
        word = (way.beginning if token.endswith("*") else way.whole).format(token.rstrip("*"))
        for where, form in enumerate((way.in_title, way.anywhere)):
            queries.append(way.sql.format(where=where, column=_COLUMNS[where]))
            parameters += [token, form.format(word)]
    pieces: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    with _by_index(), connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(queries), parameters)
        for token, where, piece, bits in cursor:
            pieces[token, where].append((piece, bits))
    return pieces


@contextmanager
def _by_index() -> Iterator[None]:
    """For a word that most entries hold, PostgreSQL would rather unpack the words of every entry than ask its index."""
    if connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        yield


def _joined(pieces: list[tuple[int, int]]) -> int:
    words = array("I", bytes(4 * (max((piece for piece, _bits in pieces), default=-1) + 1)))
    for piece, bits in pieces:
        words[piece] = bits
    return int.from_bytes(words.tobytes(), "little")
