from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "beenthere.reports"
    label = "reports"

    def ready(self) -> None:
        from beenthere.reports import jobs, known  # noqa: F401  (register themselves)
