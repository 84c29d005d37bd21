"""The two turns of ClaveÚnica on our side: going there, and coming back."""

from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView

from accounts.clave_unica.exchange import ClaveUnicaExchange

login = OAuth2LoginView.adapter_view(ClaveUnicaExchange)
callback = OAuth2CallbackView.adapter_view(ClaveUnicaExchange)
