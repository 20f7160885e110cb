"""How long a reading may wait. A day is 24 hours."""

import datetime as dt

DAY = dt.timedelta(days=1)
NUDGE_AFTER = 3 * DAY
NEXT_AFTER = 7 * DAY
READERS = 2  # before anything is public
MOST_WAITING = 3  # for one reader at a time
