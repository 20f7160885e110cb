"""Text as words to search by: without accents, with and without endings, in English and in French. Pure."""

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

import Stemmer

LANGUAGES = {"en": "english", "fr": "french"}
LONGEST_WORD = 40

# Words that nearly every text holds; alone they would find everything, among others they find nothing more.
_SMALL = """
a an and are as at by for from how in is it my of on or the to with
au aux avec c ce ces d dans de des du elle en est et il j l la le les ma mes mon m n ne ou par pour qu que quelqu qui
s sa se ses son sur t un une vos votre y
"""
SMALL_WORDS = frozenset(_SMALL.split())

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})
_INCLUSIVE_ENDING = re.compile(r"(?<=\w)[·•]\w+")  # pair·e·s aidant·e·s
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_CAPITAL_WORD = re.compile(r"[^\W\d_]\w*")
_local = threading.local()


class _Marks(dict[int, int | None]):
    """Which letters a text loses when it is folded: those that only stand on another. Learned as they are met."""

    def __missing__(self, letter: int) -> int | None:
        self[letter] = None if unicodedata.combining(chr(letter)) else letter
        return self[letter]


_MARKS = _Marks()


def fold(text: str) -> str:
    """Return the text in small letters without accents."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.translate(_LIGATURES)).translate(_MARKS).casefold()


def words_of(text: str) -> list[str]:
    """Split a text into its words, as written but for capitals; a compound also as one: “9-8-8” is “988” too."""
    return [word for parts in _compounds(text) for word in (*parts, *_as_one(parts))]


def asked_words(query: str) -> list[str]:
    """Split what somebody typed; small words are left out unless there is nothing else."""
    words = [word for parts in _compounds(query) for word in parts]
    telling = [word for word in words if fold(word) not in SMALL_WORDS]
    return list(dict.fromkeys(telling or words))


def _compounds(text: str) -> Iterator[list[str]]:
    """Give each word as its parts between hyphens, without the inclusive endings."""
    plain = _INCLUSIVE_ENDING.sub("", unicodedata.normalize("NFC", text))
    for word in _WORD.findall(plain.lower()):
        yield [part[:LONGEST_WORD] for part in word.split("-")]


def _as_one(parts: list[str]) -> list[str]:
    return ["".join(parts)[:LONGEST_WORD]] if len(parts) > 1 else []


def forms(word: str, languages: Iterable[str] = LANGUAGES) -> set[str]:
    """Give every form by which a word is known: folded, folded then stemmed, stemmed then folded."""
    return set().union(*(_forms(word, language) for language in languages), {clean(word)}) - {""}


@lru_cache(maxsize=20_000)
def sorted_forms(word: str, language: str) -> tuple[str, ...]:
    """The same for one language, in order; remembered, because an import meets the same words again and again."""
    return tuple(sorted(forms(word, [language])))


@lru_cache(maxsize=20_000)
def _forms(word: str, language: str) -> frozenset[str]:
    stem = _stemmer(language).stemWord
    return frozenset({clean(stem(clean(word))), clean(stem(word.lower()))})


@lru_cache(maxsize=50_000)
def clean(word: str) -> str:
    """Fold a word and keep only its letters and digits, so that it is safe in any search language."""
    return "".join(letter for letter in fold(word) if letter.isalnum())


def initials(text: str) -> Iterator[str]:
    """Give the initials of names of three words and more: Peer Support Canada is known as PSC."""
    run: list[str] = []
    for word in [*_CAPITAL_WORD.findall(text), "end"]:
        if word[0].isupper():
            run.append(word[0])
        elif fold(word) not in SMALL_WORDS:
            if len(run) >= 3:
                yield clean("".join(run))
            run = []


@lru_cache(maxsize=50_000)
def trigrams(word: str) -> frozenset[str]:
    """Cut a word into its runs of three letters, its beginning and its end included."""
    return frozenset(runs(clean(word)))


def runs(word: str) -> set[str]:
    """The same of a clean word, of which there are too many to be remembered."""
    padded = f"  {word} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


def nearest(word: str, vocabulary: Iterable[str], at_least: float = 0.45) -> str:
    """Give the word of the vocabulary that looks most like this one, or nothing."""
    tries = [trigrams(word), *(trigrams(swapped) for swapped in swaps(word))]
    best, best_score = "", at_least
    for known in sorted(vocabulary):
        if abs(len(known) - len(word)) <= 3:
            score = max(_overlap(one, trigrams(known)) for one in tries)
            if score > best_score:
                best, best_score = known, score
    return best


def swaps(word: str) -> Iterator[str]:
    """Give the word with each two neighbouring letters swapped."""
    letters = clean(word)
    for i, (one, other) in enumerate(pairwise(letters)):
        yield letters[:i] + other + one + letters[i + 2 :]


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _stemmer(language: str) -> Stemmer.Stemmer:
    """Return this thread's own stemmer: the library's are not safe to share."""
    stemmers = _local.__dict__.setdefault("stemmers", {})
    if language not in stemmers:
        stemmers[language] = Stemmer.Stemmer(LANGUAGES[language])
    made: Stemmer.Stemmer = stemmers[language]
    return made
