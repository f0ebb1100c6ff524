"""Matters of one item that stand below it under letters, and are then called by them."""

import pytest

import rinsearch

HEAD = (
    "OBČINA METLIKA\nObčinski svet\n\nZAPISNIK 20. redne seje, 12. 10. 2017\n\n3. Gradiva za seznanitev\n"
    "a) Letno poročilo o delu centra\nb) Regijski izvedbeni načrt na področju socialnega varstva jugovzhodne regije "
    "2017-2020\n"
)
LISTED = f"{HEAD}c) Poročilo o varnosti\n\n"
RUNNING_ON = (
    f"{HEAD}Obe gradivi je predstavila direktorica centra, ki je odgovarjala na vprašanja svetnikov o domovih in o "
    "pomoči na domu, ter o tem, koliko ljudi čaka na prosto mesto.\n"
)


def statuses(text: str) -> set[str]:
    found = rinsearch.analyse(rinsearch.Text(f"{text}\n\n4. Razno\nNič.\n")).decisions
    return {each.status.value for each in found if each.plan}


@pytest.mark.parametrize("above", [LISTED, RUNNING_ON])
@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Sklepa:\n1. Poročilo se vzame na znanje.\n2. Na znanje se vzame tudi gradivo pod b). (12 za)",
            "acknowledged",
        ),
        ("Ad 3 b)\nSklep: Svet se je seznanil. Za 12, proti 1.", "acknowledged"),
        ("Točka 3 b) se preloži na naslednjo sejo.", "postponed"),
        ("Gradivo pod b) se umakne z dnevnega reda.", "withdrawn"),
        ("Sklep: Svet se seznani z gradivom pod a). Za 12.", ""),
        ("Točka 3 a) se preloži na naslednjo sejo.", ""),
        ("Gradivo pod a) se umakne z dnevnega reda.", ""),
    ],
)
def test_a_matter_is_called_by_its_letter(above: str, told: str, expected: str) -> None:
    assert statuses(f"{above}{told}") == ({expected} if expected else set())
