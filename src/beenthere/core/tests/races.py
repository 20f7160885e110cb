"""How a test lets several do something at the same moment."""

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connections

from beenthere.core import keys


def at_once(*deeds: Callable[[], object]) -> list[object]:
    """Do all of these at the same moment, each on its own connection; what they raise is returned."""
    barrier, results = Barrier(len(deeds)), []

    def run(deed: Callable[[], object]) -> None:
        try:
            barrier.wait()
            with keys.held():
                results.append(deed())
        except Exception as problem:  # noqa: BLE001  (whatever it was, it is what the test looks at)
            results.append(problem)
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
