"""Asking a browser for a passkey, and checking what it answers (W3C Web Authentication, by the fido2 library)."""

import ipaddress
import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

REQUIRED = UserVerificationRequirement.REQUIRED
LONGEST = 20_000  # of an answer
# What reading a torn, odd or deeply nested answer raises, in the library and in `json`.
ODD = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, struct.error)

Asked = dict[str, Any]


class NotAPasskey(Exception):
    """The answer does not fit what was asked, or is none at all."""


@dataclass(frozen=True)
class Answered:
    """A passkey that proved itself: its name on the device, and how often it was used as the device counts."""

    credential_id: bytes
    uses: int


def are_possible(request: HttpRequest) -> bool:
    """Browsers tie passkeys to the name of a site; an address in numbers has none."""
    try:
        ipaddress.ip_address(_host(request))
    except ValueError:
        return True
    return False


def ask_for_new(request: HttpRequest, *, handle: bytes, name: str, there: Iterable[str]) -> tuple[Asked, Asked]:
    """What the browser needs to make one, and what to keep until it answers; a device that has one makes no second."""
    user = PublicKeyCredentialUserEntity(id=handle, name=name, display_name=name)
    options, kept = _server(request).register_begin(
        user,
        [AttestedCredentialData(bytes.fromhex(one)) for one in there],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=REQUIRED,
    )
    return dict(options)["publicKey"], kept


def made(request: HttpRequest, kept: Asked, answer: str) -> AttestedCredentialData:
    """The passkey that a browser has just made."""
    try:
        found = _server(request).register_complete(kept, _read(answer)).credential_data
    except ODD as error:
        raise NotAPasskey from error
    if found is None:
        raise NotAPasskey
    return found


def ask_for_any(request: HttpRequest) -> tuple[Asked, Asked]:
    """The same question for everybody: no name of a passkey tells whether somebody has one here."""
    options, kept = _server(request).authenticate_begin(user_verification=REQUIRED)
    return dict(options)["publicKey"], kept


def named_in(answer: str) -> bytes:
    """Which passkey an answer claims to be."""
    try:
        return AuthenticationResponse.from_dict(_read(answer)).raw_id
    except ODD as error:
        raise NotAPasskey from error


def proved(request: HttpRequest, kept: Asked, answer: str, credential: str) -> Answered:
    """Check the answer against what was asked and against the key that was kept, in hex."""
    try:
        known = AttestedCredentialData(bytes.fromhex(credential))
        response = AuthenticationResponse.from_dict(_read(answer))
        _server(request).authenticate_complete(kept, [known], response)
        return Answered(response.raw_id, response.response.authenticator_data.counter)
    except ODD as error:
        raise NotAPasskey from error


def _server(request: HttpRequest) -> Fido2Server:
    origin = f"{request.scheme}://{request.get_host()}"
    site = PublicKeyCredentialRpEntity(id=_host(request), name="Been There · Passé par là")
    return Fido2Server(site, verify_origin=lambda told: told == origin)


def _host(request: HttpRequest) -> str:
    return request.get_host().rsplit(":", 1)[0].strip("[]")


def _read(answer: str) -> dict[str, Any]:
    found = json.loads(answer) if len(answer) <= LONGEST else None
    if not isinstance(found, dict):
        raise ValueError
    return found
