"""Codes that people copy from paper: no letter that looks like another, and typing mistakes of that kind forgiven."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 12  # 60 bits: more than anybody can try

_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1"})


def from_hex(secret: str) -> str:
    """Make a code out of a secret of at least 60 random bits in hexadecimal."""
    number = int(secret[:15], 16)
    signs = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[place])
    return spoken("".join(signs))


def spoken(code: str) -> str:
    """Write a code in groups of four, as it is read aloud and printed."""
    return "-".join(code[place : place + 4] for place in range(0, len(code), 4))


def tidied(typed: str) -> str:
    """Bring what somebody typed into the form in which codes are compared."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_FORGIVEN)
    return spoken(signs)
