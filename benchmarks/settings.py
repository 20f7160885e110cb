"""The product's own settings, with one more address: an empty view behind the same middleware."""

from beenthere.config.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.urls"
LIMITS_HOLD = False  # one machine stands for many people here
