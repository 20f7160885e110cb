"""The screens of a plan, as a test opens, reads and sends them."""

import re

from django.test import Client
from django.urls import reverse
from django.utils.translation import override


def address(name: str, *args: object, language: str = "en") -> str:
    """The address of a screen of the plan."""
    with override(language):
        return reverse(f"plans:{name}", args=args)


def page(client: Client, name: str, *args: object, language: str = "en") -> str:
    """What a screen answers."""
    return client.get(address(name, *args, language=language)).content.decode()


def words_of(html: str) -> str:
    """What a person reads on a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.split("<main")[1].split("</main>", maxsplit=1)[0]))


def send(client: Client, name: str, *args: object, **data: object) -> int:
    """Send a form; the status of the answer."""
    return client.post(address(name, *args), data).status_code
