"""How long a device that guesses has to wait. The device waits; no account is ever locked."""

FREE_TRIES = 4
SECONDS_TO_FORGIVE_ONE = 10 * 60
SHORTEST_WAIT = 15
LONGEST_WAIT = 5 * 60


def still_counted(tries: int, seconds_since_last: float) -> int:
    """Forget one wrong try for each ten minutes of quiet."""
    return max(0, tries - int(max(0.0, seconds_since_last) // SECONDS_TO_FORGIVE_ONE))


def wait_after(tries: int) -> int:
    """Return the seconds between the last try and the next: none at first, then twice as long each time."""
    if tries < FREE_TRIES:
        return 0
    return min(SHORTEST_WAIT << min(tries - FREE_TRIES, 16), LONGEST_WAIT)


def seconds_left(tries: int, seconds_since_last: float) -> int:
    """Return how many seconds a device must still wait."""
    left = wait_after(still_counted(tries, seconds_since_last)) - max(0.0, seconds_since_last)
    return max(0, round(left + 0.499))
