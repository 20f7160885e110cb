"""The few drawings of the site: lines that take the colour of the words beside them."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

PATHS = {
    "check": "M4 10.5l4 4 8-9",
    "note": "M10 5.5v6M10 14.6v.2M10 2.2a7.8 7.8 0 1 1 0 15.6a7.8 7.8 0 0 1 0-15.6",
    "phone": "M6.5 3l2 4.2-2 1.6c.9 2 2.600 3.700 4.700 4.700l1.600-2 4.200 2v3c-7.500 1-14.500-6-13.500-13.500z",
    "message": "M3 4.500h14v9h-8l-4 3.500v-3.500h-2z",
    "clock": "M10 5.500v5l3 2M10 2.200a7.800 7.800 0 1 1 0 15.600a7.800 7.800 0 0 1 0-15.600",
    "lock": "M5 9.500h10v7h-10zM7 9.500v-3a3 3 0 0 1 6 0v3",
    "print": "M6 7v-4h8v4M6 14h-3v-7h14v7h-3M6 11.500h8v5.500h-8z",
    "pause": "M7 5v10M13 5v10",
    "plus": "M10 4v12M4 10h12",
    "arrow": "M4 10h11M11 5.500l4.500 4.500-4.500 4.500",
}


def draw(name: str) -> SafeString:
    """A drawing that says nothing by itself: the words beside it do."""
    return format_html(
        '<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="{}" fill="none" '
        'stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>',
        PATHS[name],
    )
