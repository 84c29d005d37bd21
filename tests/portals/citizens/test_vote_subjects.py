import pytest

from portals.citizens.pages.vote_subjects import without_description


@pytest.mark.parametrize(
    ("subject", "told_apart"),
    [
        (
            "Artículo 5.º, nuevo. Proyecto de ley, en primer trámite constitucional, que regula"
            " la venta",
            "Artículo 5.º, nuevo",
        ),
        (
            "Observación N° 1 de S.E. el Presidente de la República. Proyecto de ley que prohíbe"
            " el arriendo",
            "Observación N° 1 de S.E. el Presidente de la República",
        ),
        (
            "Aprobación de las normas que no fueron objeto de indicaciones del proyecto de ley, en"
            " segundo trámite constitucional, que dicta normas",
            "Aprobación de las normas que no fueron objeto de indicaciones",
        ),
        (
            "Proyecto de ley, en primer trámite constitucional, que regula la venta (discusión en"
            " general)",
            "En general",
        ),
        (
            "Proyecto de ley, en segundo trámite constitucional, que dicta normas (discusión en"
            " general y en particular)",
            "En general y en particular",
        ),
        ("Proyecto de ley que prohíbe el arriendo de embarcaciones (y kayaks)", ""),
        (
            "Rechazo de indicación de la senadora Rincón, que reemplaza la letra h) del numeral 37"
            " del artículo 1",
            "Rechazo de indicación de la senadora Rincón, que reemplaza la letra h) del numeral 37"
            " del artículo 1",
        ),
        (
            "Aprobación del literal c) del numeral 2 del artículo 1 del proyecto de ley",
            "Aprobación del literal c) del numeral 2 del artículo 1 del proyecto de ley",
        ),
    ],
)
def test_a_subject_is_told_apart_from_the_others_of_its_bill(subject, told_apart):
    assert without_description(subject) == told_apart
