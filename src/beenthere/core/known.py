"""What others know about somebody here, and how to stop it: each app says it of itself, one page gathers it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Known:
    """One sentence about who knows what; where one sees it as they do or changes it, and what stops just this."""

    sentence: str
    stop: str = ""
    stop_label: str = ""
    see: str = ""
    change: str = ""


@dataclass(frozen=True)
class Kept:
    """What one app tells: a heading and its sentences."""

    title: str
    sentences: list[Known]


Teller = Callable[[Any], Kept]
Stopper = Callable[[Any], None]
_tellers: list[Teller] = []
_stoppers: list[Stopper] = []


def tells(function: Teller) -> Teller:
    """Let this function tell, for a person, what others know through its app."""
    if function not in _tellers:
        _tellers.append(function)
    return function


def stops(function: Stopper) -> Stopper:
    """Let this function stop, for a person, what can be stopped in its app."""
    if function not in _stoppers:
        _stoppers.append(function)
    return function


def about(person: Any) -> list[Kept]:
    """Everything that is known of this person, app by app; an app with nothing to tell is left out."""
    return [kept for teller in _tellers if (kept := teller(person)).sentences]


def stop_everything(person: Any) -> None:
    """Stop all of it, in the running transaction."""
    for stop in _stoppers:
        stop(person)
