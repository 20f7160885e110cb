"""The ten fields of work of the National Occupational Classification, and what a job usually asks, in our words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The first digit of an occupation's code.
BROAD: dict[str, Promise] = {
    "0": _("Leading whole organisations"),
    "1": _("Office, money and administration"),
    "2": _("Science, technology and computers"),
    "3": _("Health"),
    "4": _("Teaching, law, community and government"),
    "5": _("Arts, culture, recreation and sport"),
    "6": _("Sales and service"),
    "7": _("Trades, transport and machines"),
    "8": _("Farms, forests, fishing and mines"),
    "9": _("Making things, and utilities"),
}

# The second digit: training, education, experience and responsibilities (TEER).
ASKS: dict[int, Promise] = {
    0: _("Leading others, usually after years of experience"),
    1: _("Usually a university degree"),
    2: _("Usually two or three years of college, or an apprenticeship of two to five years"),
    3: _("Usually a shorter college program or apprenticeship, or more than six months of training on the job"),
    4: _("Usually high school, or several weeks of training on the job"),
    5: _("Usually a short demonstration on the job, and no diploma"),
}

# The same in a few words, for a list to choose from.
ASKS_SHORT: dict[int, Promise] = {
    0: _("Experience of leading others"),
    1: _("A university degree"),
    2: _("College, or a long apprenticeship"),
    3: _("A short program, or months on the job"),
    4: _("High school, or weeks on the job"),
    5: _("No diploma; shown on the job"),
}
