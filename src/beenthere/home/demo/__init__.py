"""A living demo: people who never were, all made through the same actions as real ones."""

from beenthere.home.demo.build import build as build
from beenthere.home.demo.cast import who_can_sign_in as who_can_sign_in
