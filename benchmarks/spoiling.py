"""Files of jobs, spoiled in every way that comes to mind and brought in: each is told about in words, nothing breaks.

A file that claims two gigabytes of nothing comes last. In a process of its own, since its memory is measured.
"""

import argparse
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from benchmarks import catalogue

MOST_GROWN = 250  # MB more than before the first file
HUGE = 2 * 1024**3
HEAD = '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
Spoil = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, chance: random.Random) -> bytes:
    """End anywhere, in the middle of a letter too."""
    return data[: chance.randrange(len(data))]


def flipped(data: bytes, chance: random.Random) -> bytes:
    """A few bytes are others."""
    spoiled = bytearray(data)
    for _turn in range(chance.randrange(1, 40)):
        spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
    return bytes(spoiled)


def shuffled(data: bytes, chance: random.Random) -> bytes:
    """A piece stands elsewhere, twice."""
    start, to = sorted(chance.randrange(len(data)) for _each in range(2))
    where = chance.randrange(len(data))
    return data[:where] + data[start:to] + data[where:]


def stuffed(data: bytes, chance: random.Random) -> bytes:
    """Something very long, or nothing at all, stands in the middle."""
    where = chance.randrange(len(data))
    letter = chance.choice([b"\0", b'"', b"x", b"\t", b"&a;", b"<a>", b"9", "é".encode("utf-16-le")])
    return data[:where] + letter * chance.choice([1, 1000, 500_000]) + data[where:]


def declared(data: bytes, chance: random.Random) -> bytes:
    """The file declares what grows when it is opened, or is told to be in another encoding."""
    return chance.choice([HEAD.encode(), b'<?xml version="1.0" encoding="utf-7"?>', b"\xff\xfe", b"\xfe\xff"]) + data


SPOILS: list[Spoil] = [cut, flipped, shuffled, stuffed, declared]


def main() -> int:
    """Spoil and bring in for so many minutes; give how many went wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.spoiling")
    parser.add_argument("minutes", type=float)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance, wrong, tried = random.Random(options.seed), 0, 0
    with tempfile.TemporaryDirectory(prefix="beenthere-spoiled-") as name, ExitStack() as stack:
        folder = Path(name)
        catalogue.prepare(folder, "sqlite", stack)
        good = good_files(folder)
        before, until = memory(), time.monotonic() + 60 * options.minutes
        while time.monotonic() < until:
            file = folder / "spoiled"
            file.write_bytes(chance.choice(SPOILS)(chance.choice(good), chance))
            tried += 1
            wrong += not survived(file, f"{tried} of seed {options.seed}")
        with (folder / "huge").open("wb") as huge:
            huge.write(good[0])
            huge.truncate(HUGE)
        wrong += not survived(folder / "huge", "two gigabytes of nothing")
        grown = memory() - before
        wrong += grown > MOST_GROWN
    print(f"{tried} spoiled files of jobs, and one of 2 GB: {wrong} went wrong; {grown} MB more memory", flush=True)
    return min(wrong, 1)


def good_files(folder: Path) -> list[bytes]:
    """A month in each language, and a job in XML."""
    from beenthere.work.tests import make_postings as make

    english = make.monthly(folder, *(make.line(each) for each in (make.KITCHEN, make.DESK) * 20))
    french = make.monthly(folder, make.line(make.KITCHEN | make.IN_FRENCH), name="fr.csv", encoding="utf-8")
    xml = make.document(folder)
    return [each.read_bytes() for each in (english, french, xml)]


def survived(file: Path, which: str) -> bool:
    """Whether the file was brought in, or refused in words."""
    from beenthere.work.bringing import command

    try:
        command.run([str(file)], ("postings",), command.Options(), lambda _words: None)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
        print(f"  {which}: {type(error).__name__}: {str(error)[:200]}", file=sys.stderr)
        return False
    return True


def memory() -> int:
    """MB at most until now."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    sys.exit(main())
