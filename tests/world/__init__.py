"""A small world in which every address of the site has something behind it, built by the same actions as life."""

from tests.world.addresses import arguments
from tests.world.lives import PRIVATE, World, build

__all__ = ["PRIVATE", "World", "arguments", "build"]
