"""Who may open a holder's file: its key, locked up once under the password and once under the recovery code.

Argon2id makes guessing slow; AES-GCM says at once whether a guess was right. Changing the password locks
the same key up anew: the records themselves are not touched.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from pa_manager.file.database import Key
from pa_manager.file.recovery import code_from_text
from pa_manager.values.errors import UserError

MOST_MEMORY_KIB = 1 << 20
MOST_ROUNDS = 64


class Way(StrEnum):
    """The two ways into a file."""

    PASSWORD = "password"  # noqa: S105 -- the name of a way, not one
    RECOVERY = "recovery"


class WrongPassword(UserError):
    """The password does not open the file."""


class WrongCode(UserError):
    """The recovery code does not open the file."""


class NoPassword(UserError):
    """No password was given for a file that shall have one."""


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard Argon2id makes each guess. It is stored, so that later files can ask for more."""

    memory_kib: int = 64 * 1024
    rounds: int = 3
    lanes: int = 4

    def bearable(self) -> bool:
        """Return whether a file that asks for this much may be believed."""
        return 8 * self.lanes <= self.memory_kib <= MOST_MEMORY_KIB and 1 <= self.rounds <= MOST_ROUNDS


EFFORT = Effort()


@dataclass(frozen=True, slots=True)
class Slot:
    """The key of a file, locked up under one secret."""

    way: Way
    effort: Effort
    salt: str
    nonce: str
    sealed: str = ""

    def open(self, secret: bytes) -> Key | None:
        """Return the key, if the secret is right."""
        try:
            return Key(self._cipher(secret).decrypt(b64decode(self.nonce), b64decode(self.sealed), self._label()))
        except InvalidTag:
            return None

    def holding(self, key: Key, secret: bytes) -> Slot:
        """Return the same slot with a key locked up in it."""
        sealed = self._cipher(secret).encrypt(b64decode(self.nonce), key.secret, self._label())
        return replace(self, sealed=b64encode(sealed).decode())

    def _cipher(self, secret: bytes) -> AESGCM:
        effort = self.effort
        stretched = Argon2id(
            salt=b64decode(self.salt),
            length=32,
            iterations=effort.rounds,
            lanes=effort.lanes,
            memory_cost=effort.memory_kib,
        )
        return AESGCM(stretched.derive(secret))

    def _label(self) -> bytes:
        return json.dumps(asdict(replace(self, sealed="")), sort_keys=True).encode()


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Every way into a file, and how often they were changed."""

    slots: tuple[Slot, ...] = ()
    changes: int = 0

    def open_with_password(self, password: str) -> Key:
        """Return the key of the file.

        Raises:
            WrongPassword: It is not the password.
        """
        if key := self._try(Way.PASSWORD, _from_password(password)):
            return key
        raise WrongPassword("That password does not open this file: try again, or use the recovery code.")

    def open_with_code(self, code: str) -> Key:
        """Return the key of the file.

        Raises:
            CodeMistyped: It cannot be a recovery code.
            WrongCode: It is the recovery code of another file, or one that was replaced.
        """
        if key := self._try(Way.RECOVERY, code_from_text(code)):
            return key
        raise WrongCode("That recovery code does not open this file: use the newest one that was printed for it.")

    def with_password(self, key: Key, password: str) -> KeyRing:
        """Return the ring with this password in place of the one before.

        Raises:
            NoPassword: Nothing was typed.
        """
        if not password:
            raise NoPassword("A file needs a password. Type one.")
        return self._with(Way.PASSWORD, key, _from_password(password))

    def with_code(self, key: Key, code: str) -> KeyRing:
        """Return the ring with this recovery code in place of the one before."""
        return self._with(Way.RECOVERY, key, code_from_text(code))

    def to_json(self) -> str:
        """Return the ring as text. It gives nothing away."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> KeyRing:
        """Return the ring that was written as text.

        Raises:
            ValueError: It is no ring, or asks for what no computer can bear.
        """
        try:
            found = json.loads(text)
            return cls(tuple(map(_slot, found["slots"])), int(found["changes"]))
        except (KeyError, TypeError) as error:
            raise ValueError("no key ring") from error

    def _try(self, way: Way, secret: bytes) -> Key | None:
        return next((key for slot in self.slots if slot.way is way and (key := slot.open(secret))), None)

    def _with(self, way: Way, key: Key, secret: bytes) -> KeyRing:
        salt, nonce = (b64encode(secrets.token_bytes(length)).decode() for length in (16, 12))
        slot = Slot(way, EFFORT, salt, nonce).holding(key, secret)
        return KeyRing((*(other for other in self.slots if other.way is not way), slot), self.changes + 1)


def new_key() -> Key:
    """Return the key of a new file."""
    return Key(secrets.token_bytes(32))


def _slot(found: Mapping[str, object]) -> Slot:
    effort = found["effort"]
    if not isinstance(effort, dict):
        raise TypeError("no effort")
    slot = Slot(
        Way(str(found["way"])),
        Effort(**effort),
        *(str(found[part]) for part in ("salt", "nonce", "sealed")),
    )
    if not slot.effort.bearable():
        raise ValueError("more effort than any computer has")
    return slot


def _from_password(password: str) -> bytes:
    """Return the bytes of a password: an accented letter is the same however the keyboard makes it."""
    return unicodedata.normalize("NFC", password).encode()
