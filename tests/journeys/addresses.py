"""Every page of the citizens' portal, by an address that the record answers.

A page that is added to the portal and not here fails ``test_addresses``, and with it every
journey that would have left it out.
"""

from collections.abc import Iterator

from django.urls import URLPattern

from portals.citizens import urls

BILL = "/proyectos/17345-11/"
MATTER = "/asuntos/2734-11/"
VOTE = "/votaciones/374/58/1/"
SENATOR = "/senadores/arrayan-aguilera-amanda/"

PAGES = (
    "/",
    "/aprender/",
    "/aprender/como-se-hace-una-ley/",
    "/aprender/glosario/",
    "/datos/",
    "/buscar/?q=listas+de+espera",
    "/proyectos/",
    BILL,
    f"{BILL}textos/",
    f"{BILL}textos/2-aprobado-en-la-camara/",
    f"{BILL}comparar/1-mocion..2-aprobado-en-la-camara/",
    f"{BILL}votaciones/",
    f"{BILL}documentos/",
    f"{BILL}indicaciones/",
    f"{BILL}urgencias/",
    "/asuntos/",
    MATTER,
    f"{MATTER}textos/",
    f"{MATTER}textos/1-oficio/",
    f"{MATTER}comparar/1-oficio..2-informe/",
    f"{MATTER}votaciones/",
    f"{MATTER}documentos/",
    f"{MATTER}indicaciones/",
    f"{MATTER}urgencias/",
    "/votaciones/",
    VOTE,
    f"{VOTE}por-respuesta/",
    "/senadores/",
    SENATOR,
    f"{SENATOR}votaciones/",
    f"{SENATOR}asistencia/",
    "/senadores/comparar/",
    "/senadores/comparar/arrayan-aguilera-amanda..boldo-bravo-amanda/",
    "/mis-senadores/",
    "/regiones/metropolitana/",
    "/partidos/partido-del-alerce/",
    "/sesiones/",
    "/sesiones/374/58/",
    "/agenda/",
    "/agenda/2026/",
    "/agenda/2026/11/",
    "/agenda/2026/11/18/",
    "/comisiones/",
    "/comisiones/salud/",
    "/publicaciones/1/",
    "/erratas/",
)

# The same pages with something else on them: what no other address above shows.
VARIANTS = (
    "/buscar/",
    "/buscar/?q=salud",
    "/buscar/?q=listas&tipo=votaciones",
    "/buscar/?q=salud&estado=publicado",
    "/buscar/?q=espra",
    "/buscar/?q=nadie+lo+ha+escrito",
    "/proyectos/?estado=publicado&anio=2026",
    "/proyectos/?autor=arrayan-aguilera-amanda",
    "/proyectos/16001-11/",
    "/proyectos/17402-07/",
    "/proyectos/17402-07/textos/",
    "/proyectos/17402-07/documentos/",
    f"{BILL}?tipo=urgencias",
    f"{BILL}?fecha=2026-09-02",
    f"{BILL}urgencias/?fecha=2026-11-20",
    f"{BILL}?fecha=ayer",
    "/publicaciones/2/",
    f"{BILL}comparar/1-mocion..2-aprobado-en-la-camara/?vista=uno&solo=cambios",
    "/votaciones/?resultado=rechazada",
    f"{VOTE}?region=nuble",
    "/votaciones/374/58/2/",
    "/votaciones/374/58/3/",
    "/votaciones/374/58/4/",
    "/votaciones/374/58/5/",
    "/votaciones/374/58/6/",
    "/votaciones/374/58/7/",
    "/votaciones/374/58/8/",
    "/votaciones/374/58/9/",
    "/votaciones/367/12/1/",
    "/senadores/?por=partido",
    "/senadores/?por=nombre",
    "/senadores/peumo-huerta-gala/",
    f"{SENATOR}votaciones/?voto=no",
    "/sesiones/374/59/",
    "/sesiones/374/60/",
    "/sesiones/367/12/",
    "/agenda/2026/11/24/",
    "/agenda/1999/01/01/",
    "/comisiones/camara-salud/",
    "/comisiones/constitucion-legislacion-justicia-y-reglamento/",
)

# Addresses that only lead to another one, and where.
MOVED = {
    "/proyectos/17345/": BILL,
    "/asuntos/2734/documentos/": f"{MATTER}documentos/",
    "/tramitacion/?boletin_ini=17345-11": BILL,
    "/tramitacion/index.php?boletin_ini=17345": BILL,
    "/appsenado/templates/tramitacion/": "/proyectos/",
    "/appsenado/templates/tramitacion/index.php?boletin_ini=17.345-11": BILL,
    f"{BILL}comparar/?de=1-mocion&a=2-aprobado-en-la-camara": (
        f"{BILL}comparar/1-mocion..2-aprobado-en-la-camara/"
    ),
    f"{MATTER}comparar/?de=1-oficio&a=2-informe": f"{MATTER}comparar/1-oficio..2-informe/",
    f"{SENATOR}proyectos/": "/proyectos/?autor=arrayan-aguilera-amanda",
    "/votaciones/0374/058/01/": VOTE,
    "/sesiones/0374/058/": "/sesiones/374/58/",
    "/agenda/hoy/": "/agenda/",
    "/agenda/2026/3/5/": "/agenda/2026/03/05/",
}

NOT_FOUND = ("/no-hay-tal-pagina/", "/proyectos/99999-11/", "/votaciones/?pagina=x")

EVERYTHING = PAGES + VARIANTS


def in_english(address: str) -> str:
    return f"/en{address}"


def in_both_languages(*addresses: str) -> tuple[str, ...]:
    return tuple(each for address in addresses for each in (address, in_english(address)))


# Files, not pages: asked for by tests of their own.
FILES = {"published-file"}


def routes() -> Iterator[str]:
    """Every address of a page of the portal as it is declared."""
    for pattern in urls.urlpatterns:
        assert isinstance(pattern, URLPattern)
        if pattern.name not in FILES:
            yield str(pattern.pattern)
