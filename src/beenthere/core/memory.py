"""How a process that stays looks for memory that nobody uses any more."""

import gc

AFTER = 20_000  # new things that hold others; Python itself looks after 700


def settle() -> None:
    """When all is loaded, leave that alone for good, and look more seldom among what comes.

    A look goes through all that there is. With Python's own numbers these looks were a fifth of the time in which
    very many records are published, and now and then the longest part of a page.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(AFTER, 20, 20)
