"""What a process remembers of a catalogue: always what is committed, and nothing of what was undone."""

import pytest
from django.db import transaction

from beenthere.core.narrowing import Facet, narrow
from beenthere.core.search import Catalogue, Entry, find, gathered, index, index_all, remove, sets_of
from beenthere.core.tests.races import at_once

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "keys"])

FACETS = [Facet("language", "Language", "any", {"en": "English", "fr": "French"})]


def entry(title: str, language: str = "fr") -> Entry:
    return Entry({"en": title}, {"language": [language]}, {"en": title, "fr": title})


def count_of(language: str) -> int:
    options = narrow("course", "", FACETS, {}).choices[0].options
    return next((option.count for option in options if option.code == language), 0)


def test_two_published_at_the_same_moment_are_both_found_and_both_counted() -> None:
    index("course", "first", entry("Beekeeping"))
    titles = [f"Sewing number{number}" for number in range(6)]
    results = at_once(*(lambda title=title: index("course", title, entry(title)) for title in titles))
    assert results == [None] * len(titles)
    assert set(find("course", "sewing")) == set(titles)
    assert count_of("fr") == len(titles) + 1
    assert Catalogue.objects.get().version == len(titles) + 1


def test_the_first_two_of_a_kind_may_come_at_the_same_moment() -> None:
    at_once(*(lambda title=title: index("course", title, entry(title)) for title in ("Sewing", "Knitting")))
    assert count_of("fr") == 2


def test_one_that_changes_while_another_comes_keeps_each_its_own_values() -> None:
    index("course", "first", entry("Beekeeping", "en"))
    at_once(
        lambda: index("course", "first", entry("Beekeeping", "fr")),
        lambda: index("course", "second", entry("Sewing", "en")),
    )
    assert (count_of("en"), count_of("fr")) == (1, 1)


def test_what_another_process_wrote_is_noticed_at_the_next_search() -> None:
    index("course", "first", entry("Beekeeping"))
    assert count_of("fr") == 1
    at_once(lambda: index("course", "second", entry("Sewing")))
    assert count_of("fr") == 2
    remove("course", "first")
    assert (count_of("fr"), find("course", "beekeeping")) == (1, [])


def test_what_is_undone_is_not_remembered() -> None:
    index("course", "first", entry("Beekeeping"))
    with transaction.atomic():
        index("course", "second", entry("Sewing", "en"))
        assert (count_of("en"), find("course", "sewing")) == (1, ["second"])
        transaction.set_rollback(True)
    assert (count_of("en"), find("course", "sewing")) == (0, [])
    index("course", "third", entry("Knitting", "fr"))
    assert (count_of("en"), count_of("fr")) == (0, 2)


def test_writing_the_same_again_changes_nothing() -> None:
    things = {"first": entry("Beekeeping"), "second": entry("Sewing")}
    index_all("course", things)
    before = Catalogue.objects.get().version
    index_all("course", things)
    assert Catalogue.objects.get().version == before
    assert sets_of("course") is sets_of("course")


def test_what_is_gathered_is_written_together() -> None:
    with transaction.atomic(), gathered():
        for title in ("Beekeeping", "Sewing", "Knitting"):
            index("course", title, entry(title))
        assert find("course", "sewing") == []
    assert find("course", "sewing") == ["Sewing"]
    assert (count_of("fr"), Catalogue.objects.get().version) == (3, 1)


def test_a_catalogue_that_is_made_anew_begins_anew() -> None:
    index_all("course", {"first": entry("Beekeeping"), "second": entry("Sewing")})
    assert count_of("fr") == 2
    remove("course")
    assert count_of("fr") == 0
    index("course", "third", entry("Knitting", "en"))
    assert (count_of("fr"), count_of("en")) == (0, 1)


def test_the_bits_of_one_shard_do_not_touch_those_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beenthere.core.search.writing.SHARD", 2)
    monkeypatch.setattr("beenthere.core.search.sets.SHARD", 2)
    titles = [f"Sewing number{number}" for number in range(7)]
    index_all("course", {title: entry(title, "en" if title.endswith("3") else "fr") for title in titles})
    assert (count_of("en"), count_of("fr")) == (1, 6)
    index("course", titles[3], entry(titles[3], "fr"))
    remove("course", titles[6])
    assert (count_of("en"), count_of("fr")) == (0, 6)
