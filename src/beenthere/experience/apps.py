from django.apps import AppConfig


class ExperienceConfig(AppConfig):
    name = "beenthere.experience"
    label = "experience"
