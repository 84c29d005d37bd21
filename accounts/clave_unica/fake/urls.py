"""Where the fictional ClaveÚnica answers."""

from django.urls import path
from django.views.generic import RedirectView

from accounts.clave_unica.fake import views

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="account_login"), name="fake_clave_unica"),
    path("authorize/", views.authorize, name="fake_clave_unica_authorize"),
    path("token/", views.token, name="fake_clave_unica_token"),
    path("userinfo/", views.userinfo, name="fake_clave_unica_userinfo"),
]
