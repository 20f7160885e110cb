"""A device that makes and uses passkeys, for tests: what a phone does when its owner lays a finger on it."""

import hashlib
import json
import os
import struct
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestedCredentialData, AuthenticatorData

HERE = "http://testserver"
PRESENT_AND_VERIFIED = 0x05


@dataclass
class Device:
    """One passkey on one device."""

    origin: str = HERE
    flags: int = PRESENT_AND_VERIFIED
    uses: int = 0
    credential_id: bytes = field(default_factory=lambda: os.urandom(16))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def makes(self, asked: dict[str, Any]) -> str:
        """A new passkey, as the browser sends it."""
        public = ES256.from_cryptography_key(self.key.public_key())  # type: ignore[no-untyped-call]
        credential = AttestedCredentialData.create(b"\0" * 16, self.credential_id, public)
        flags = AuthenticatorData.FLAG(self.flags | 0x40)
        data = AuthenticatorData.create(self._site(asked["rp"]["id"]), flags, self.uses, credential)
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": bytes(data)})
        told = self._client_data("webauthn.create", asked["challenge"])
        return self._sent({"clientDataJSON": told, "attestationObject": attestation})

    def answers(self, asked: dict[str, Any]) -> str:
        """The answer to a question, signed."""
        self.uses += 1
        data = self._site(asked["rpId"]) + bytes([self.flags]) + struct.pack(">I", self.uses)
        told = self._client_data("webauthn.get", asked["challenge"])
        signature = self.key.sign(data + hashlib.sha256(told).digest(), ec.ECDSA(hashes.SHA256()))
        return self._sent({"clientDataJSON": told, "authenticatorData": data, "signature": signature})

    def _site(self, name: str) -> bytes:
        return hashlib.sha256(name.encode()).digest()

    def _client_data(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _sent(self, response: dict[str, bytes]) -> str:
        name = websafe_encode(self.credential_id)
        parts = {part: websafe_encode(value) for part, value in response.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": parts})
