"""The search answers judged queries about the packaged trainings as well as it once did."""

import pytest

from beenthere.training.seed import load_seed
from benchmarks.search_quality import FIRST, Answered, answered, figures

pytestmark = pytest.mark.django_db

RECALL, RANK = 0.99, 0.99  # what was measured on 27 November 2026, rounded down


def test_the_judged_queries_are_answered_no_worse_than_before() -> None:
    load_seed()
    answers = answered(FIRST)
    recall, rank = figures(answers)
    assert len(answers) == 66
    assert (recall >= RECALL, rank >= RANK) == (True, True), f"recall@10 {recall:.3f}, MRR@10 {rank:.3f}"


def test_what_is_missed_and_what_stands_low_lowers_the_figures() -> None:
    first = Answered("a", "en", frozenset({"x"}), ("x", "y"))
    second = Answered("b", "en", frozenset({"x", "z"}), ("y", "x"))
    assert figures([first, second]) == (0.75, 0.75)
