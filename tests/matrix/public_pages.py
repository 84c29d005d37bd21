"""What is for everyone: it answers the same to whoever asks, and nobody changes it.

Each line: the answer to GET, the pattern and, where it has holes, an address of the small Senate.
"""

from __future__ import annotations

from tests.matrix.notation import FOR_EVERYONE, ONWARD, Row, everybody, row

PAGES = r"""
200 /
onward /^agenda/(?P<year>[0-9]{4})(?:/(?P<month>[0-9]{1,2})(?:/(?P<day>[0-9]{1,2}))?)?/?$ = /agenda/2026/1/5/
404 /^api/v1/.*$ = /api/v1/nada
onward /^asuntos/(?P<printed>(?:S ?)?[0-9.]+(?:-[0-9]{1,2})?)(?P<rest>(?:/.*)?)$ = /asuntos/2734/
onward /^proyectos/(?P<printed>(?:S ?)?[0-9.]+(?:-[0-9]{1,2})?)(?P<rest>(?:/.*)?)$ = /proyectos/17345/
onward /^sesiones/0*(?P<legislature>[1-9][0-9]{0,4})/0*(?P<number>[1-9][0-9]{0,4})/?$ = /sesiones/374/39
onward /^votaciones/0*(?P<legislature>[1-9][0-9]{0,4})/0*(?P<session>[1-9][0-9]{0,4})/0*(?P<position>[1-9][0-9]{0,4})/(?P<rest>(?:por-respuesta/)?)$ = /votaciones/0374/39/1/
200 /agenda.ics
200 /agenda/
200 /agenda/<yyyy:year>/ = /agenda/2026/
200 /agenda/<yyyy:year>/<dd:month>/ = /agenda/2026/10/
200 /agenda/<yyyy:year>/<dd:month>/<dd:day>/ = /agenda/2026/10/07/
onward /agenda/hoy/
200 /api/
200 /api/v1/
200 /api/v1/bills
200 /api/v1/bills/<bill_number:number> = /api/v1/bills/17345-11
200 /api/v1/bills/<bill_number:number>/texts/<slug:slug> = /api/v1/bills/17345-11/texts/1-mocion
200 /api/v1/committees
200 /api/v1/committees/<slug:slug> = /api/v1/committees/salud
404 /api/v1/committees/<slug:slug>/sessions/<from_one:legislature>/<from_one:number> = /api/v1/committees/salud/sessions/374/39
200 /api/v1/documents
200 /api/v1/matters
200 /api/v1/matters/<bill_number:number> = /api/v1/matters/2734-14
404 /api/v1/matters/<bill_number:number>/texts/<slug:slug> = /api/v1/matters/2734-14/texts/1-mocion
200 /api/v1/openapi.json
200 /api/v1/senators
200 /api/v1/senators/<slug:slug> = /api/v1/senators/irene-calfun
200 /api/v1/sessions
200 /api/v1/sessions/<from_one:legislature>/<from_one:number> = /api/v1/sessions/374/39
200 /api/v1/texts
200 /api/v1/votes
200 /api/v1/votes/<from_one:legislature>/<from_one:session>/<from_one:position> = /api/v1/votes/374/39/1
onward /appsenado/templates/tramitacion/
onward /appsenado/templates/tramitacion/index.php
200 /aprender/
200 /aprender/como-se-hace-una-ley/
200 /aprender/glosario/
200 /asuntos.atom
200 /asuntos.csv
200 /asuntos.json
200 /asuntos/
200 /asuntos/<bill_number:number>.atom = /asuntos/2734-14.atom
200 /asuntos/<bill_number:number>.json = /asuntos/2734-14.json
404 /asuntos/<bill_number:number>/textos/<slug:slug>.json = /asuntos/2734-14/textos/1-mocion.json
200 /asuntos/<boletin:number>/ = /asuntos/2734-14/
onward /asuntos/<boletin:number>/comparar/ = /asuntos/2734-14/comparar/
404 /asuntos/<boletin:number>/comparar/<slug:old>..<slug:new>/ = /asuntos/2734-14/comparar/1-mocion..2-informe/
200 /asuntos/<boletin:number>/documentos/ = /asuntos/2734-14/documentos/
200 /asuntos/<boletin:number>/indicaciones/ = /asuntos/2734-14/indicaciones/
200 /asuntos/<boletin:number>/textos/ = /asuntos/2734-14/textos/
404 /asuntos/<boletin:number>/textos/<slug:slug>/ = /asuntos/2734-14/textos/1-mocion/
200 /asuntos/<boletin:number>/urgencias/ = /asuntos/2734-14/urgencias/
200 /asuntos/<boletin:number>/votaciones/ = /asuntos/2734-14/votaciones/
404 /bitacora/checkpoint
404 /bitacora/checkpoints/<rows_covered:size> = /bitacora/checkpoints/1
200 /bitacora/clave
200 /buscar.atom = /buscar.atom?q=ley
200 /buscar/
200 /comisiones.csv
200 /comisiones.json
200 /comisiones/
200 /comisiones/<slug:slug>.json = /comisiones/salud.json
200 /comisiones/<slug:slug>/ = /comisiones/salud/
200 /comisiones/<slug:slug>/agenda.ics = /comisiones/salud/agenda.ics
200 /datos/
404 /documentos/<file_hash:sha256>/<file_name:name> = /documentos/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/informe.pdf
200 /erratas.atom
200 /erratas/
200 /healthz
200 /mis-senadores/
200 /opensearch.xml
200 /partidos/<slug:slug>/ = /partidos/del-sur/
200 /proyectos.atom
200 /proyectos.csv
200 /proyectos.json
200 /proyectos/
200 /proyectos/<bill_number:number>.atom = /proyectos/17345-11.atom
200 /proyectos/<bill_number:number>.json = /proyectos/17345-11.json
200 /proyectos/<bill_number:number>/textos/<slug:slug>.json = /proyectos/17345-11/textos/1-mocion.json
200 /proyectos/<boletin:number>/ = /proyectos/17345-11/
onward /proyectos/<boletin:number>/comparar/ = /proyectos/17345-11/comparar/
200 /proyectos/<boletin:number>/comparar/<slug:old>..<slug:new>/ = /proyectos/17345-11/comparar/1-mocion..2-informe/
200 /proyectos/<boletin:number>/documentos/ = /proyectos/17345-11/documentos/
200 /proyectos/<boletin:number>/indicaciones/ = /proyectos/17345-11/indicaciones/
200 /proyectos/<boletin:number>/textos/ = /proyectos/17345-11/textos/
200 /proyectos/<boletin:number>/textos/<slug:slug>/ = /proyectos/17345-11/textos/1-mocion/
200 /proyectos/<boletin:number>/urgencias/ = /proyectos/17345-11/urgencias/
200 /proyectos/<boletin:number>/votaciones/ = /proyectos/17345-11/votaciones/
404 /publicaciones/<publication:number>/ = /publicaciones/999999/
404 /publicaciones/<publication_number:number>.json = /publicaciones/999999.json
503 /readyz
200 /regiones/<slug:slug>/ = /regiones/nuble/
200 /robots.txt
200 /senadores.csv
200 /senadores.json
200 /senadores/
200 /senadores/<slug:slug>.atom = /senadores/irene-calfun.atom
200 /senadores/<slug:slug>.json = /senadores/irene-calfun.json
200 /senadores/<slug:slug>/ = /senadores/irene-calfun/
200 /senadores/<slug:slug>/asistencia/ = /senadores/irene-calfun/asistencia/
onward /senadores/<slug:slug>/proyectos/ = /senadores/irene-calfun/proyectos/
200 /senadores/<slug:slug>/votaciones.csv = /senadores/irene-calfun/votaciones.csv
200 /senadores/<slug:slug>/votaciones/ = /senadores/irene-calfun/votaciones/
200 /senadores/comparar/
onward /senadores/comparar/<slug:one>..<slug:other>/ = /senadores/comparar/irene-calfun..bruno-pellero/
200 /sesiones.csv
200 /sesiones.json
200 /sesiones/
200 /sesiones/<cited:legislature>/<cited:number>/ = /sesiones/374/39/
200 /sesiones/<from_one:legislature>/<from_one:number>.json = /sesiones/374/39.json
200 /sesiones/sala.ics
200 /sitemap-<slug:section>-<from_one:chunk>.xml = /sitemap-paginas-1.xml
200 /sitemap.xml
onward /tramitacion/
onward /tramitacion/index.php
200 /votaciones.atom
200 /votaciones.csv
200 /votaciones.json
200 /votaciones/
200 /votaciones/<from_one:legislature>/<from_one:session>/<from_one:position>.csv = /votaciones/374/39/1.csv
200 /votaciones/<from_one:legislature>/<from_one:session>/<from_one:position>.json = /votaciones/374/39/1.json
200 /votaciones/<ordinal:legislature>/<ordinal:session>/<ordinal:position>/ = /votaciones/374/39/1/
200 /votaciones/<ordinal:legislature>/<ordinal:session>/<ordinal:position>/por-respuesta/ = /votaciones/374/39/1/por-respuesta/
"""


def written(line: str) -> Row:
    """One line as a row."""
    answer, _space, rest = line.partition(" ")
    address, _equals, path = rest.partition(" = ")
    says = ONWARD if answer == ONWARD else int(answer)
    return row(address, path, get=everybody(says), asked_by=FOR_EVERYONE)


ROWS = tuple(written(line) for line in PAGES.strip().splitlines())
