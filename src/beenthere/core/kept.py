"""A short memory of public facts inside one web process, so that a page need not ask the database again."""

import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_memory: dict[object, tuple[float, object]] = {}


def kept(*, seconds: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Remember what the function returned. For public facts only: nothing here may depend on a person."""

    def remember(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def remembered(*args: P.args, **kwargs: P.kwargs) -> R:
            name = (function, args, tuple(sorted(kwargs.items())))
            until, value = _memory.get(name, (0.0, None))
            # Not core.clock: this is about the age of a memory, and simulated time must not stop it from ageing.
            if until < time.monotonic():
                value = function(*args, **kwargs)
                _memory[name] = (time.monotonic() + seconds, value)
            return value  # type: ignore[return-value]

        return remembered

    return remember


def forget() -> None:
    """Forget everything; called when public facts changed in this process."""
    _memory.clear()
