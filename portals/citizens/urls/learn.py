from django.urls import URLPattern, path

from portals.citizens.views import learn

urlpatterns: list[URLPattern] = [
    path("", learn.Home.as_view(), name="home"),
    path("aprender/", learn.Learn.as_view(), name="learn"),
    path("aprender/como-se-hace-una-ley/", learn.LawMaking.as_view(), name="law-making"),
    path("aprender/glosario/", learn.Glossary.as_view(), name="glossary"),
    path("datos/", learn.AboutData.as_view(), name="about-data"),
]
