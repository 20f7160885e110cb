from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "beenthere.plans"
    label = "plans"
