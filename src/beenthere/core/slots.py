"""Places on lower apps' pages that upper apps may fill, with the page's own context."""

from collections import defaultdict

_fillings: dict[str, list[str]] = defaultdict(list)


def fill(name: str, *, template: str) -> None:
    """Show the template in the slot."""
    if template not in _fillings[name]:
        _fillings[name].append(template)


def fillings(name: str) -> list[str]:
    """The templates that fill a slot, in the order of registration."""
    return _fillings[name]
