from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "beenthere.home"
    label = "home"
