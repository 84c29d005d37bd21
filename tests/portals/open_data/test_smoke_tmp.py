import json
import pytest
from tests.factories.small_senate import a_small_senate, make_searchable
pytestmark = pytest.mark.django_db
PATHS = """/api/ /en/api/ /api/v1/ /api/v1/openapi.json /api/v1/openapi.json?idioma=en /opensearch.xml /en/opensearch.xml /robots.txt /sitemap.xml /sitemap-paginas-1.xml /sitemap-proyectos-1.xml /sitemap-votaciones-1.xml /sitemap-senadores-1.xml /sitemap-textos-1.xml
/api/v1/bills /api/v1/bills?include=authors,subjects,stages,merged_with,steps,urgencies,documents,texts,votes /api/v1/bills/17345-11 /api/v1/bills/17345-11/texts/1-mocion /api/v1/matters /api/v1/matters/2734-14
/api/v1/votes?include=ballots /api/v1/votes/374/39/1 /api/v1/votes/374/39/2 /api/v1/senators /api/v1/senators?region=maule /api/v1/senators?escano=sin /api/v1/senators/irene-calfun /api/v1/committees /api/v1/committees/salud
/api/v1/sessions?include=agenda,attendance /api/v1/sessions?comision=salud /api/v1/sessions/374/39 /api/v1/documents /api/v1/documents?boletin=17345-11&tipo=informe /api/v1/texts
/proyectos.json /proyectos.csv /proyectos.atom /proyectos/17345-11.json /proyectos/17345-11.atom /proyectos/17345-11/textos/1-mocion.json /asuntos.csv
/votaciones.json /votaciones.csv /votaciones.atom /votaciones/374/39/1.json /votaciones/374/39/1.csv /senadores.json /senadores.csv /senadores/irene-calfun.json /senadores/irene-calfun.atom /senadores/irene-calfun/votaciones.csv
/comisiones.json /comisiones.csv /comisiones/salud.json /comisiones/salud/agenda.ics /sesiones.json /sesiones.csv /sesiones/sala.ics /sesiones/374/39.json /agenda.ics /buscar.atom?q=espera""".split()
def test_all(client, django_assert_max_num_queries):
    a_small_senate(); make_searchable()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext
    for p in PATHS:
        with CaptureQueriesContext(connection) as c:
            r = client.get(p)
        print("=====", p, r.status_code, len(c), r.headers.get("Content-Type"), {k:v for k,v in r.headers.items() if k in ("Vary","ETag","RateLimit-Policy","Link","Senate-Revision")})
        body = r.content.decode()
        print(body[:900] if p not in ("/api/","/en/api/") else body[-300:])
        assert r.status_code == 200
