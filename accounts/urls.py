"""Addresses of accounts: Spanish and permanent. The names are allauth's, which it asks for."""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.webauthn import views as webauthn
from allauth.socialaccount import views as identities
from allauth.usersessions import views as sessions
from django.urls import path

from accounts import factors as ours
from accounts import views
from accounts.clave_unica import views as clave_unica
from accounts.guards import enrolling

urlpatterns = [
    path("", views.home, name="account_home"),
    path("confirmar/", views.confirm, name="account_confirm"),
    path("inscripcion/<str:token>/", views.enrol, name="account_enrol"),
    # Coming in and going out.
    path("entrar/", account.login, name="account_login"),
    path("entrar/codigo/", account.request_login_code, name="account_request_login_code"),
    path("entrar/codigo/confirmar/", account.confirm_login_code, name="account_confirm_login_code"),
    path("entrar/llave/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("entrar/segundo-factor/", factors.authenticate, name="mfa_authenticate"),
    path("salir/", account.logout, name="account_logout"),
    path("cerrada/", account.account_inactive, name="account_inactive"),
    path("crear/", account.signup, name="account_signup"),
    # The address that we write to.
    path("correo/", account.email, name="account_email"),
    path("correo/codigo/", account.email_verification_sent, name="account_email_verification_sent"),
    # Proving again that it is the same person.
    path("reautenticar/", account.reauthenticate, name="account_reauthenticate"),
    path("reautenticar/codigo/", factors.reauthenticate, name="mfa_reauthenticate"),
    path(
        "reautenticar/llave/",
        webauthn.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    # What proves them.
    path("factores/", factors.index, name="mfa_index"),
    path("llaves/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("llaves/agregar/", enrolling(ours.add_passkey), name="mfa_add_webauthn"),
    path("llaves/<int:pk>/quitar/", ours.remove_passkey, name="mfa_remove_webauthn"),
    path("llaves/<int:pk>/nombrar/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("aplicacion/activar/", enrolling(ours.activate_application), name="mfa_activate_totp"),
    path("aplicacion/desactivar/", ours.deactivate_application, name="mfa_deactivate_totp"),
    path("respaldo/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "respaldo/renovar/",
        enrolling(ours.renew_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "respaldo/descargar/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"
    ),
    path("sesiones/", sessions.list_usersessions, name="usersessions_list"),
    path("sesiones/<int:pk>/terminar/", views.end_session, name="account_end_session"),
    # ClaveÚnica.
    path("clave-unica/", identities.connections, name="socialaccount_connections"),
    path("clave-unica/entrar/", clave_unica.login, name="clave_unica_login"),
    path("clave-unica/respuesta/", clave_unica.callback, name="clave_unica_callback"),
    path("clave-unica/correo/", identities.signup, name="socialaccount_signup"),
    path(
        "clave-unica/cancelada/", identities.login_cancelled, name="socialaccount_login_cancelled"
    ),
    path("clave-unica/error/", identities.login_error, name="socialaccount_login_error"),
]
