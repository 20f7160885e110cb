from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "beenthere.training"
    label = "training"
