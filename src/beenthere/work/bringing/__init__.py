"""Files of others about work brought in: each is known by its columns, and each row is judged by itself."""

from beenthere.work.bringing.all import NotKnown, bring_in
from beenthere.work.bringing.reading import Given

__all__ = ["Given", "NotKnown", "bring_in"]
