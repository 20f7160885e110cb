"""What may come in between. Views tell it in a plain sentence."""


class AlreadyAsking(Exception):
    """There is an open request already."""


class NoLongerOpen(Exception):
    """It was settled in the meantime: taken back, answered, or passed on."""


class NoRoom(Exception):
    """The supporter walks with as many people as they have room for."""


class CannotBeAsked(Exception):
    """The supporter cannot be asked just now; why is nobody's business."""
