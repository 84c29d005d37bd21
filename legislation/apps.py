from django.apps import AppConfig

from legislation.provenance.integers import refuse_what_does_not_fit


class LegislationConfig(AppConfig):
    name = "legislation"
    verbose_name = "Legislation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        refuse_what_does_not_fit()
