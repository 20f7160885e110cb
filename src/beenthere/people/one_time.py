"""Codes that change every half minute (RFC 6238), as authenticator apps make them."""

import base64
import os

import qrcode
import qrcode.image.svg
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.utils.safestring import SafeString

STEP = 30  # seconds
DIGITS = 6
DRIFT = (0, -1, 1)  # steps by which a phone's clock may be off


def new_secret() -> str:
    """A fresh secret, in hex."""
    return os.urandom(20).hex()


def step_of(secret: str, code: str, now: float) -> int | None:
    """The half minute of which this is the code, if it is one of those around now."""
    typed = "".join(code.split())
    for drift in DRIFT:
        step = int(now // STEP) + drift
        try:
            _maker(secret).verify(typed.encode(), step * STEP)
        except (InvalidToken, ValueError):
            continue
        return step
    return None


def code_at(secret: str, now: float) -> str:
    """The code at a moment; for tests."""
    return _maker(secret).generate(int(now)).decode()


def in_letters(secret: str) -> str:
    """The secret as somebody types it into an app, in groups of four."""
    letters = base64.b32encode(bytes.fromhex(secret)).decode()
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def picture(secret: str, site: str) -> SafeString:
    """The secret as a picture for the phone's camera, as SVG."""
    address = _maker(secret).get_provisioning_uri(site, "Been There")
    image = qrcode.make(address, image_factory=qrcode.image.svg.SvgPathImage, border=2)
    return SafeString(image.to_string(encoding="unicode"))  # drawn here; nobody's words are in it


def _maker(secret: str) -> TOTP:
    return TOTP(bytes.fromhex(secret), DIGITS, SHA1(), STEP)  # noqa: S303  (what the standard and the apps use)
