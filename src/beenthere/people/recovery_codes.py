"""Recovery codes: ten short codes on a printed card, each of which works once."""

import secrets

# Without signs that look alike on paper: 0 O, 1 I L.
SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODES_ON_A_CARD = 10
GROUPS = 3
SIGNS_IN_A_GROUP = 4


def new_code() -> str:
    """Draw one code, such as `K7QM-2XWD-9PTA` (59 bits)."""
    return "-".join("".join(secrets.choice(SIGNS) for _ in range(SIGNS_IN_A_GROUP)) for _ in range(GROUPS))


def from_hex(secret: str) -> str:
    """Make a code of the same kind out of a secret of at least 60 random bits in hexadecimal."""
    number, signs = int(secret[:16], 16), []
    for _place in range(GROUPS * SIGNS_IN_A_GROUP):
        number, place = divmod(number, len(SIGNS))
        signs.append(SIGNS[place])
    groups = range(0, len(signs), SIGNS_IN_A_GROUP)
    return "-".join("".join(signs[first : first + SIGNS_IN_A_GROUP]) for first in groups)


def new_card() -> list[str]:
    """Draw the codes of one card, all different."""
    codes: set[str] = set()
    while len(codes) < CODES_ON_A_CARD:
        codes.add(new_code())
    return sorted(codes)


def normalised(text: str) -> str:
    """Read a code as people type it: case, spaces and hyphens do not matter."""
    return "".join(sign for sign in text.upper() if sign.isalnum())
