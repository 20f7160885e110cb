"""Which device asks, so that the one that guesses is slowed and nobody else is.

A device that its owner called her own carries a mark that fits her account only: a stranger who guesses from
elsewhere cannot slow her. Every other device counts by its address. Only keyed tokens of both are kept.
"""

import ipaddress
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from beenthere.core import keys
from beenthere.people.models import Person, token_of_word

COOKIE = f"{settings.COOKIE_PREFIX}own_device"
COOKIE_LASTS = 60 * 60 * 24 * 365


def device_of(request: HttpRequest, sign_in_word: str) -> str:
    """The token under which tries from this device for this account are counted."""
    return device_for(request, token_of_word(sign_in_word))


def device_for(request: HttpRequest, word_token: str) -> str:
    """The same, where the account is known."""
    own = is_own(request, word_token)
    who = f"own:{request.COOKIES[COOKIE]}" if own else f"from:{address_of(request)}"
    return keys.token(who, purpose="people.device")


def is_own(request: HttpRequest, word_token: str) -> bool:
    """Whether this device carries the mark that its owner gave it, for this account."""
    mark = request.COOKIES.get(COOKIE, "")
    seed = mark.partition(".")[0]
    return bool(seed) and secrets.compare_digest(mark.encode(), _mark(seed, word_token).encode())


def call_own(response: HttpResponse, person: Person) -> None:
    """Mark the browser as the person's own device. The mark tells nobody whose it is."""
    response.set_cookie(
        COOKIE,
        _mark(secrets.token_hex(16), person.sign_in_token),
        max_age=COOKIE_LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def address_of(request: HttpRequest) -> str:
    """The address of the device. Only a proxy on this very machine is believed, and only where there is one."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    if _is_loopback(address) and settings.PUBLIC_ADDRESS.startswith("https://"):
        told = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
        address = told or address
    return _network(address)


def _network(address: str) -> str:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    # One household gets a whole /64 of IPv6 addresses: counting each apart would slow nobody.
    return str(ipaddress.ip_network((ip, 64), strict=False)) if ip.version == 6 else address


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == ""  # a unix socket


def _mark(seed: str, word_token: str) -> str:
    return f"{seed}.{keys.token(f'{seed}:{word_token}', purpose='people.own_device')}"
