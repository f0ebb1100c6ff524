"""A few invented papers for the tests of the library and the command line."""

from pathlib import Path

MINUTES = """OBČINA SEMIČ
OBČINSKI SVET

ZAPISNIK

21. redne seje Občinskega sveta Občine Semič, ki je bila v četrtek, 12. 10. 2017, v dvorani kulturnega centra.

Ad 4) Regijski izvedbeni načrt na področju socialnega varstva

Gradivo je predstavila direktorica doma starejših. Govorila je o duševnem zdravju mladih.

SKLEP št. 4: Občinski svet Občine Semič se je seznanil z Regijskim izvedbenim načrtom na področju socialnega varstva \
za jugovzhodno regijo za obdobje 2017-2020.

Za sklep je glasovalo 11 svetnikov, proti ni bil nihče.
"""
MEMO = """OBČINA KOČEVJE

GRADIVO za 3. redno sejo občinskega sveta, 5. 10. 2017

Predlog sklepa: Občinski svet Občine Kočevje se je seznanil z Regijskim izvedbenim načrtom na področju socialnega \
varstva za jugovzhodno Slovenijo za obdobje 2017-2020.
"""
PLAN = """# Regijski izvedbeni načrt na področju socialnega varstva za jugovzhodno regijo 2017-2020

## Prednostno področje 1: Pomoč starejšim

| Št. | Ukrep | Ciljna skupina | Izvajalec | Rok |
|---|---|---|---|---|
| 1.1 | Topli obroki za starejše na podeželju | starejši | Dom starejših Semič | 31. 12. 2018 |
| 1.2 | Učna pomoč romskim otrokom | Romi | CSD Metlika | 30. 6. 2019 |
"""
PAPERS = {"semic/zapisnik.txt": MINUTES, "kocevje/gradivo.txt": MEMO, "nacrt.md": PLAN}
PLAN_ID = "rin-sv/jugovzhodna/2017-2020"


def write_papers(folder: Path) -> Path:
    """The papers in a folder."""
    for name, text in PAPERS.items():
        write(folder / name, text)
    return folder


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def write_many(folder: Path, count: int) -> Path:
    """Many short papers, each with a word of its own."""
    for number in range(count):
        write(folder / f"{number:03}.txt", f"{MEMO}\nPriloga {number}: seznam prostovoljcev skupine {number:03}.\n")
    return folder
