"""The sixteen constituencies, the seats elected over time and the legislative years."""

from datetime import date
from typing import ClassVar

from django.db import migrations
from django.db.backends.postgresql.psycopg_any import DateRange

# Number, full name, short name, slug, seats (Ley 18.700 art. 180), place from north.
CONSTITUENCIES = (
    (1, "Región de Arica y Parinacota", "Arica y Parinacota", "arica-y-parinacota", 2, 1),
    (2, "Región de Tarapacá", "Tarapacá", "tarapaca", 2, 2),
    (3, "Región de Antofagasta", "Antofagasta", "antofagasta", 3, 3),
    (4, "Región de Atacama", "Atacama", "atacama", 2, 4),
    (5, "Región de Coquimbo", "Coquimbo", "coquimbo", 3, 5),
    (6, "Región de Valparaíso", "Valparaíso", "valparaiso", 5, 6),
    (7, "Región Metropolitana de Santiago", "Metropolitana", "metropolitana", 5, 7),
    (
        8,
        "Región del Libertador General Bernardo O'Higgins",
        "O'Higgins",
        "ohiggins",
        3,
        8,
    ),
    (9, "Región del Maule", "Maule", "maule", 5, 9),
    (16, "Región de Ñuble", "Ñuble", "nuble", 2, 10),
    (10, "Región del Biobío", "Biobío", "biobio", 3, 11),
    (11, "Región de La Araucanía", "La Araucanía", "la-araucania", 5, 12),
    (12, "Región de Los Ríos", "Los Ríos", "los-rios", 3, 13),
    (13, "Región de Los Lagos", "Los Lagos", "los-lagos", 3, 14),
    (
        14,
        "Región de Aysén del General Carlos Ibáñez del Campo",
        "Aysén",
        "aysen",
        2,
        15,
    ),
    (15, "Región de Magallanes y de la Antártica Chilena", "Magallanes", "magallanes", 2, 16),
)

# Before March 2006 the Senate also had members who were not elected: unknown here.
SEAT_TOTALS = (
    (date(2006, 3, 11), date(2018, 3, 11), 38, "Constitución art. 49, texto de la Ley 20.050"),
    (date(2018, 3, 11), date(2022, 3, 11), 43, "Ley 20.840, art. segundo transitorio"),
    (date(2022, 3, 11), None, 50, "Constitución art. 49; Ley 18.700 art. 180"),
)

# One legislature a year since the reform of 2005; number 374 is 2026.
FIRST_YEAR, LAST_YEAR, OFFSET = 2006, 2034, 1652


def add_rows(apps, schema_editor):
    Constituency = apps.get_model("legislation", "Constituency")
    SeatTotal = apps.get_model("legislation", "SeatTotal")
    Legislature = apps.get_model("legislation", "Legislature")
    for number, name, short_name, slug, seats, place in CONSTITUENCIES:
        Constituency.objects.create(
            number=number,
            name=name,
            short_name=short_name,
            slug=slug,
            seats=seats,
            north_to_south=place,
        )
    for start, end, seats, citation in SEAT_TOTALS:
        SeatTotal.objects.create(during=DateRange(start, end), seats=seats, citation=citation)
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        Legislature.objects.create(
            number=year - OFFSET,
            during=DateRange(date(year, 3, 11), date(year + 1, 3, 11)),
        )


def remove_rows(apps, schema_editor):
    for model in ("Legislature", "SeatTotal", "Constituency"):
        apps.get_model("legislation", model).objects.all().delete()


class Migration(migrations.Migration):
    dependencies: ClassVar = [("legislation", "0003_changes_are_announced")]

    operations: ClassVar = [migrations.RunPython(add_rows, remove_rows)]
