"""The pages of one's own account: for whoever is signed in, over nothing but what is theirs.

Most are allauth's, whose forms take PUT as they take POST; both are guarded alike.
"""

from __future__ import annotations

from typing import Any

from tests.matrix.notation import (
    CONFIRM,
    ONWARD,
    SIGN_IN,
    Answer,
    Answers,
    Row,
    everybody,
    given,
    row,
)

HOME = "/cuenta/"
FAKE = "/clave-unica-ficticia/"


def signed_in(answer: Answer) -> Answers:
    """This for whoever is signed in, whatever they hold; the rest go to do so."""
    return given("anonymous", SIGN_IN, others=answer)


def page(rest: str, path: str = "", **answers: Any) -> Row:
    return row(HOME + rest, HOME + (path or rest), **answers)


def always(rest: str, answers: Answers, path: str = "") -> Row:
    """The same, whatever the method."""
    return page(rest, path, get=answers, post=answers, put=answers, delete=answers)


DOOR = given("anonymous", 200, others=ONWARD)  # closed behind whoever is in already
SHUT = given("anonymous", 405, others=ONWARD)
# A mailbox alone adds nothing to an account of staff, nor to one whose proof is old.
ADDS = given("unproved", 403, others=signed_in(200))

ROWS: tuple[Row, ...] = (
    page("", get=signed_in(200)),
    page(
        "confirmar/",
        get=signed_in(CONFIRM),
        post=signed_in(CONFIRM),
        put=signed_in(405),
        delete=signed_in(405),
    ),
    page("inscripcion/<str:token>/", "inscripcion/x/", get=everybody(200), post=everybody(422)),
    # Coming in and going out.
    page("entrar/", get=DOOR, post=DOOR, put=DOOR, delete=SHUT),
    page("entrar/codigo/", get=DOOR, post=DOOR, put=DOOR, delete=SHUT),
    page("crear/", get=DOOR, post=DOOR, put=DOOR, delete=SHUT),
    always("entrar/codigo/confirmar/", everybody(ONWARD)),
    page(
        "entrar/llave/",
        get=signed_in(ONWARD),
        post=signed_in(ONWARD),
        put=signed_in(ONWARD),
        delete=SHUT,
    ),
    always("entrar/segundo-factor/", signed_in(ONWARD)),
    page(
        "salir/",
        get=given("anonymous", ONWARD, others=200),
        post=everybody(ONWARD),
        put=everybody(405),
        delete=everybody(405),
    ),
    page("cerrada/", get=everybody(200)),
    # The address that we write to.
    page("correo/", get=signed_in(200), post=signed_in(ONWARD), put=signed_in(ONWARD)),
    always("correo/codigo/", signed_in(ONWARD)),
    # Proving again that it is the same person: none of these holds a factor to do it with.
    always("reautenticar/", signed_in(403)),
    always("reautenticar/codigo/", signed_in(403)),
    always("reautenticar/llave/", signed_in(403)),
    # What proves them.
    page("factores/", get=signed_in(200)),
    page("llaves/", get=signed_in(200)),
    *(
        page(rest, get=ADDS, post=ADDS, put=ADDS)
        for rest in ("llaves/agregar/", "aplicacion/activar/", "respaldo/renovar/")
    ),
    page(  # another's passkey
        "llaves/<int:pk>/quitar/",
        "llaves/{passkey}/quitar/",
        get=signed_in(404),
        post=signed_in(404),
        delete=signed_in(404),
    ),
    page(
        "llaves/<int:pk>/nombrar/",
        "llaves/{passkey}/nombrar/",
        get=signed_in(404),
        post=signed_in(404),
        put=signed_in(404),
    ),
    always("aplicacion/desactivar/", signed_in(404)),
    page("respaldo/", get=signed_in(404)),
    always("respaldo/descargar/", signed_in(404)),
    page("sesiones/", get=signed_in(200), post=signed_in(ONWARD), put=signed_in(ONWARD)),
    page(  # a session of the citizen's
        "sesiones/<int:pk>/terminar/",
        "sesiones/{session}/terminar/",
        get=signed_in(405),
        post=given("citizen", ONWARD, others=signed_in(404)),
    ),
    # ClaveÚnica.
    page("clave-unica/", get=signed_in(200), post=signed_in(200), put=signed_in(200)),
    page(
        "clave-unica/entrar/",
        get=everybody(200),
        post=everybody(ONWARD),
        put=everybody(ONWARD),
        delete=everybody(ONWARD),
    ),
    always("clave-unica/respuesta/", everybody(401)),
    always("clave-unica/correo/", everybody(SIGN_IN)),
    page("clave-unica/cancelada/", get=everybody(200)),
    page("clave-unica/error/", get=everybody(401), post=everybody(405)),
    # The fictional one, which no production has.
    row(
        FAKE,
        get=everybody(SIGN_IN),
        post=everybody(SIGN_IN),
        put=everybody(SIGN_IN),
        delete=everybody(SIGN_IN),
    ),
    row(f"{FAKE}authorize/", get=everybody(400), post=everybody(400), put=everybody(405)),
    row(f"{FAKE}token/", get=everybody(405), post=everybody(400)),
    row(f"{FAKE}userinfo/", get=everybody(405), post=everybody(401)),
)
