from django.apps import AppConfig


class ClaveUnicaConfig(AppConfig):
    name = "accounts.clave_unica"
    label = "clave_unica"
