"""What the server writes into its log: where something broke and of what kind, never a word that somebody wrote."""

import logging
import traceback
from typing import Any


class WithoutWords(logging.Formatter):
    """Tells an error by its kind and place. Its message is left out: it may quote what was typed, or a name."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  (the name that logging calls)
        told, error = [], ei[1]
        while error is not None:
            told.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__)
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nwhich came from\n".join(told)
