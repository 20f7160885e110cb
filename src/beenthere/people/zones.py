"""The clocks of Canada, by the names that people use for them."""

from django.utils.translation import gettext_lazy as _

ZONES = {
    "America/St_Johns": _("Newfoundland time"),
    "America/Halifax": _("Atlantic time (Halifax)"),
    "America/Moncton": _("Atlantic time (Moncton)"),
    "America/Goose_Bay": _("Atlantic time (Goose Bay)"),
    "America/Blanc-Sablon": _("Atlantic time, the same all year (Blanc-Sablon)"),
    "America/Toronto": _("Eastern time (Toronto, Montréal)"),
    "America/Iqaluit": _("Eastern time (Iqaluit)"),
    "America/Winnipeg": _("Central time (Winnipeg)"),
    "America/Rankin_Inlet": _("Central time (Rankin Inlet)"),
    "America/Regina": _("Central time, the same all year (Regina)"),
    "America/Edmonton": _("Mountain time (Edmonton, Yellowknife)"),
    "America/Dawson_Creek": _("Mountain time, the same all year (Dawson Creek)"),
    "America/Whitehorse": _("Yukon time, the same all year (Whitehorse)"),
    "America/Vancouver": _("Pacific time (Vancouver)"),
}
