from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "beenthere.matching"
    label = "matching"
