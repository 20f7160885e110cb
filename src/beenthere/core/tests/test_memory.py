"""How a process that stays looks for memory that nobody uses."""

import gc

from beenthere.core.memory import AFTER, settle


def test_what_is_loaded_is_left_alone_and_the_rest_looked_at_more_seldom() -> None:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    try:
        settle()
        assert gc.get_freeze_count() > 1000
        assert gc.get_threshold()[0] == AFTER
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
