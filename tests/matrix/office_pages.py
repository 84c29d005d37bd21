"""The portals of work: who may enter each page, and who may do what it does."""

from __future__ import annotations

from tests.matrix.notation import (
    KEEPERS,
    MANAGERS,
    ONWARD,
    READERS,
    SENATORS,
    Answers,
    Row,
    given,
    let_in,
    row,
)  # fmt: skip

HOME = "/portal/funcionarios/"
READ = let_in(READERS)
TODAY = {"on": "{today}"}
FILING = {
    "initiative": "MOTION",
    "title": "Proyecto de ley sobre humedales",
    "suffix": "12",
    "filed_on": "{today}",
    "authors": "Riffo, Persona",
}
LETTER = {
    "kind": "AUTHORITY",
    "dated_on": "{today}",
    "correspondent": "Ministerio de Salud",
    "subject": "Pide las listas de espera.",
}
ACCOUNTS = f"{MANAGERS} auditor"
APPROVERS = "approver floor"
DRAFTERS = f"{KEEPERS} secretary secretary2"
OF_THE_COMMITTEE = "secretary floor"
WATCHERS = f"{MANAGERS} floor quality auditor"


def deed(who: str, answer: int | str = ONWARD, *, readers: str = READERS) -> Answers:
    """A POST that these may send, refused to the rest."""
    return given(who, answer, others=let_in(readers, 403))


def page(rest: str, path: str = "", **more: object) -> Row:
    return row(HOME + rest, HOME + (path or rest), **more)  # type: ignore[arg-type]


def managing(rest: str, who: str, typed: dict[str, str], answer: int | str = ONWARD) -> Row:
    """Something done with an account, by those who manage them."""
    return page(
        f"usuarios/<int:pk>/{rest}",
        f"usuarios/{{account}}/{rest}",
        get=let_in(MANAGERS, ONWARD),
        post=let_in(who, answer),
        typed=typed,
    )


BILL = "proyectos/<slug:number>/"
ACT = f"{BILL}actos/<slug:act_slug>/"
PUBLICATION = "publicaciones/<int:pk>/"
PAPERS = f"{BILL}indicaciones/"
DOCUMENTS = f"{BILL}documentos/"

ROWS: tuple[Row, ...] = (
    row("/portal/senadores/", get=let_in(SENATORS)),
    page("", get=given(MANAGERS, ONWARD, others=READ)),
    page("bitacora/", get=READ),
    # Bills.
    page("proyectos/", get=READ),
    page("proyectos.csv", get=READ),
    page("proyectos/ingresar/", get=let_in(KEEPERS), post=let_in(KEEPERS, ONWARD), typed=FILING),
    page(
        "proyectos/recibir/",
        get=let_in(KEEPERS),
        post=let_in(KEEPERS, ONWARD),
        typed={**FILING, "number": "18230-13", "letter": "21.004"},
    ),
    page(
        "proyectos/tomar/",
        get=let_in(KEEPERS),
        post=let_in(KEEPERS, ONWARD),
        typed={"number": "17345-11"},
    ),
    page(BILL, "proyectos/{mine}/", get=READ),
    page(
        ACT,
        "proyectos/{mine}/actos/dar-cuenta/",
        get=READ,
        post=deed("floor"),
        typed={"taken_on": "{today}", "committee": "salud", "revision": "{mine_dossier}"},
        case="what the floor decides",
    ),
    page(
        ACT,
        "proyectos/{before}/actos/primer-informe/",
        get=READ,
        post=deed("secretary"),
        typed={"taken_on": "{today}", "revision": "{before_dossier}"},
        case="what a committee reports",
    ),
    page(
        ACT,
        "proyectos/{before}/actos/poner-urgencia/",
        get=READ,
        post=deed(KEEPERS),
        typed={
            "taken_on": "{today}",
            "urgency": "SUMA",
            "requester": "PRESIDENT",
            "letter": "100-374",
            "revision": "{before_dossier}",
        },
        case="what comes on paper",
    ),
    page(
        ACT,
        "proyectos/{mine}/actos/dar-cuenta/",
        get=READ,
        post=deed("floor", 409),
        typed={"taken_on": "{today}", "committee": "salud", "revision": "0"},
        case="overtaken",
    ),
    page(
        ACT,
        "proyectos/{mine}/actos/aprobar-en-general/",
        get=READ,
        post=deed("floor", 422),
        typed={"taken_on": "{today}", "revision": "{mine_dossier}"},
        case="out of order",
    ),
    page(BILL, "proyectos/9999-99/", get=let_in(READERS, 404), case="that there is not"),
    page("proyectos/varios/", get=READ),
    page(
        "proyectos/varios/<slug:act_slug>/",
        "proyectos/varios/dar-cuenta/",
        get=let_in(KEEPERS),
        post=given("drafter drafter2", 403, others=let_in("floor", ONWARD)),
        typed={"numbers": "{review}", "taken_on": "{today}", "committee": "salud"},
    ),
    page(
        f"{BILL}deshacer/",
        "proyectos/{before}/deshacer/",
        get=READ,
        post=deed("floor"),
        typed={"on": "{today}", "reason": "Se dio por error.", "revision": "{before_dossier}"},
    ),
    page("cuenta/", get=READ),
    # What is on its way to be public.
    page("publicaciones/", get=READ),
    page(
        "publicaciones/aprobar/",
        get=let_in(READERS, ONWARD),
        post=deed(APPROVERS),
        typed={"chosen": "{review_pk}:{review_revision}"},
    ),
    *(
        page(
            PUBLICATION,
            f"publicaciones/{{{bill}_pk}}/",
            get=READ,
            post=deed(owner),
            typed={"revision": f"{{{bill}_revision}}"},
            case=f"a draft of {owner}",
        )
        for bill, owner in (("mine", "drafter"), ("theirs", "drafter2"))
    ),
    page(
        f"{PUBLICATION}aprobar/",
        "publicaciones/{review_pk}/aprobar/",
        get=let_in(READERS, ONWARD),
        post=deed(APPROVERS),
        typed={"revision": "{review_revision}"},
    ),
    page(
        f"{PUBLICATION}devolver/",
        "publicaciones/{review_pk}/devolver/",
        get=let_in(READERS, ONWARD),
        post=deed(APPROVERS),
        typed={"revision": "{review_revision}", "reason": "Falta la materia."},
    ),
    *(
        page(
            f"{PUBLICATION}redactar/",
            f"publicaciones/{{{bill}_pk}}/redactar/",
            get=READ,
            post=deed(owner),
            typed={"description": "Ingreso.", "revision": f"{{{bill}_revision}}"},
            case=f"a draft of {owner}",
        )
        for bill, owner in (("mine", "drafter"), ("theirs", "drafter2"))
    ),
    page(
        f"{PUBLICATION}errata/",
        "publicaciones/{public_pk}/errata/",
        get=READ,
        post=deed(DRAFTERS),
        typed={"description": "Ingresó.", "taken_on": "{today}", "reason": "Dice otra cosa."},
    ),
    page(
        f"{PUBLICATION}retirar/",
        "publicaciones/{public_pk}/retirar/",
        get=READ,
        post=deed(APPROVERS),
        typed={"reason": "No correspondía."},
    ),
    # People.
    page("personas/", get=READ),
    page("personas/<slug:slug>/", "personas/irene-calfun/", get=READ),
    page(
        "personas/ingresar/",
        get=let_in("floor"),
        post=let_in("floor", ONWARD),
        typed={
            "since": "{today}",
            "given_names": "Luz",
            "paternal_surname": "Riffo",
            "reason": "Asume.",
        },
    ),
    page(
        "personas/<slug:slug>/actos/<slug:act_slug>/",
        "personas/irene-calfun/actos/suspender/",
        get=let_in("floor secretary secretary2"),
        post=let_in("floor", ONWARD),
        typed={"since": "{today}", "paper": "12", "reason": "Desafuero.", "seen": "0"},
        case="what the floor secretariat enters",
    ),
    page(
        "personas/<slug:slug>/actos/<slug:act_slug>/",
        "personas/bruno-pellero/actos/integrar-comision/",
        get=let_in("floor secretary secretary2"),
        post=given("secretary2", 422, others=let_in("floor secretary", ONWARD)),
        typed={
            "since": "{today}",
            "committee_id": "{committee}",
            "paper": "12",
            "reason": "Acuerdo de la Sala.",
            "seen": "0",
        },
        case="what a committee enters",
    ),
    page("comisiones/", get=READ),
    page("comisiones/<slug:slug>/", "comisiones/salud/", get=READ),
    # Amendments.
    page(PAPERS, "proyectos/{amended}/indicaciones/", get=READ),
    page(
        f"{PAPERS}abrir/",
        "proyectos/{before}/indicaciones/abrir/",
        get=READ,
        post=deed(OF_THE_COMMITTEE, 422),
        typed={"opened_on": "{today}", "deadline_on": "{today}"},
        case="out of order",
    ),
    page(f"{PAPERS}<int:paper>/", "proyectos/{amended}/indicaciones/1/", get=READ),
    page(
        f"{PAPERS}<int:paper>/cerrar/",
        "proyectos/{amended}/indicaciones/1/cerrar/",
        get=READ,
        post=deed(OF_THE_COMMITTEE),
        typed={"closed_on": "{today}", "revision": "1"},
    ),
    page(
        f"{PAPERS}<int:paper>/presentar/",
        "proyectos/{amended}/indicaciones/1/presentar/",
        get=READ,
        post=deed(f"{KEEPERS} secretary"),
        typed={
            "filed_on": "{today}",
            "author": "PRESIDENT",
            "kind": "REPLACE",
            "article_label": "Artículo 4",
            "text": "Artículo 4.- Nada más.",
        },
    ),
    page(
        f"{PAPERS}<int:paper>/<int:amendment>/", "proyectos/{amended}/indicaciones/1/1/", get=READ
    ),
    page(
        f"{PAPERS}<int:paper>/<int:amendment>/<slug:deed_slug>/",
        "proyectos/{amended}/indicaciones/1/1/declarar-admisible/",
        get=READ,
        post=deed(OF_THE_COMMITTEE),
        typed={"on": "{today}", "by": "COMMITTEE", "revision": "1"},
        case="what its committee rules",
    ),
    # Letters.
    page("oficios/", get=READ),
    page("oficios/enviar/", get=READ, post=deed(KEEPERS), typed=LETTER),
    page("oficios/recibir/", get=READ, post=deed(KEEPERS), typed={**LETTER, "reference": "B-7"}),
    page("oficios/<int:pk>/", "oficios/{letter}/", get=READ),
    page(
        "oficios/<int:pk>/responder/",
        "oficios/{letter}/responder/",
        get=READ,
        post=deed(KEEPERS),
        typed={**LETTER, "reference": "B-8", "revision": "1"},
    ),
    # Documents.
    page(DOCUMENTS, "proyectos/{mine}/documentos/", get=READ),
    page(
        f"{DOCUMENTS}subir/",
        "proyectos/{before}/documentos/subir/",
        get=let_in(f"{KEEPERS} approver secretary secretary2"),
        post=given("secretary2", 403, others=let_in(f"{KEEPERS} approver secretary", ONWARD)),
        typed={
            "chosen": "a file",
            "kind": "REPORT",
            "dated_on": "{today}",
            "revision": "{before_dossier}",
        },
    ),
    page(f"{DOCUMENTS}<int:position>/", "proyectos/{mine}/documentos/1/", get=READ),
    page(
        f"{DOCUMENTS}<int:position>/version/",
        "proyectos/{mine}/documentos/1/version/",
        get=let_in(f"{KEEPERS} approver secretary secretary2"),
        # What another has on its way must be decided before a further version comes.
        post=given(
            "drafter2 floor approver", 422, others=let_in("drafter secretary secretary2", ONWARD)
        )
        | {"secretary": 403, "secretary2": 403},
        case="of another's draft",
        typed={
            "file": "a file",
            "title": "Informe",
            "dated_on": "{today}",
            "versions": "1",
        },
    ),
    page(
        f"{DOCUMENTS}<int:position>/<int:version>/archivo/",
        "proyectos/{mine}/documentos/1/1/archivo/",
        get=READ,
    ),
    # Accounts.
    page("usuarios/", get=let_in(ACCOUNTS)),
    page(
        "usuarios/crear/",
        get=let_in(MANAGERS),
        post=let_in(MANAGERS, ONWARD),
        typed={"name": "Luz Riffo", "email": "luz@senado.example", "role": "QUALITY"},
    ),
    page("usuarios/<int:pk>/", "usuarios/{account}/", get=let_in(ACCOUNTS)),
    managing("dar-rol/", MANAGERS, {"role": "QUALITY"}),
    managing("terminar-rol/", MANAGERS, {"role": "COMMITTEE_SECRETARY"}),
    managing("dar-derecho/", MANAGERS, {"right": "committee:{committee}"}),
    managing("terminar-derecho/", MANAGERS, {"right": "committee:{committee}"}, 422),
    managing("pedir-enlace/", MANAGERS, {}),
    managing("aprobar-enlace/", "administrator2", {"enrolment": "{link}"}, 200),
    managing("cerrar/", MANAGERS, {"reason": "Dejó el Senado."}),
    # What was given up.
    page("entregas/", get=let_in(WATCHERS)),
    page(
        "entregas/<int:pk>/repetir/",
        "entregas/{delivery}/repetir/",
        get=let_in(WATCHERS, ONWARD),
        post=let_in(f"{MANAGERS} floor", ONWARD),
    ),
)
