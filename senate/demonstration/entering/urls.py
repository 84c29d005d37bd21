"""Where one enters as a fictional person."""

from django.urls import path

from senate.demonstration.entering import views

urlpatterns = [path("entrar/", views.enter, name="demonstration_enter")]
