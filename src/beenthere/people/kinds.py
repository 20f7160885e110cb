"""What kind of browser somebody uses, as coarse as one recognises one's own device by. Pure but for the words."""

from django.utils.translation import gettext as _

# The first that stands in what a browser says of itself; later ones also say the names of earlier ones.
SYSTEMS = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
           ("CrOS", "Chromebook"), ("Mac OS", "Mac"), ("Linux", "Linux"))  # fmt: skip
BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
            ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrom", "Chrome"), ("Safari", "Safari"))  # fmt: skip


def kind_of(user_agent: str) -> str:
    """The browser and the system, such as “Firefox/Android”; what is not known is left out."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    return f"{browser}/{system}"


def in_words(kind: str) -> str:
    """“Firefox on Android”, in the language of the page."""
    browser, _slash, system = kind.partition("/")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("A browser")
