"""The measured spine: measures/morphometry.csv and alignment.csv as typed tables. Lengths in mm, angles in degrees."""

import csv
from dataclasses import dataclass
from pathlib import Path

MEASURES = Path(__file__).parent / "measures"

CERVICAL = tuple(f"C{i}" for i in range(1, 8))
THORACIC = tuple(f"T{i}" for i in range(1, 13))
LUMBAR = tuple(f"L{i}" for i in range(1, 6))
VERTEBRAE = CERVICAL + THORACIC + LUMBAR
REGIONS = {"C": "cervical", "T": "thoracic", "L": "lumbar", "S": "lumbar"}


def region(bone: str) -> str:
    """The region of a vertebra (`T4`) or of the sacrum (`S1`)."""
    return REGIONS[bone[0]]


def below(bone: str) -> str:
    """The bone under a vertebra; under L5 it is S1."""
    return (*VERTEBRAE, "S1")[VERTEBRAE.index(bone) + 1]


def above(bone: str) -> str:
    """The bone over a vertebra; over C1 it is the occiput, C0."""
    return ("C0", *VERTEBRAE)[VERTEBRAE.index(bone)]


def segment(upper: str) -> str:
    """The motion segment under a bone, as the data write it: C2 -> C2-3, C7 -> C7-T1, L5 -> L5-S1, C0 -> C0-1."""
    lower = "C1" if upper == "C0" else below(upper)
    return f"{upper}-{lower[1:] if lower[0] == upper[0] else lower}"


@dataclass(frozen=True)
class Vertebra:
    """Means of one vertebra, C2 to L5. `wedge` > 0 when the body is taller in front."""

    upper_width: float
    lower_width: float
    upper_depth: float
    lower_depth: float
    height_back: float
    canal_width: float
    canal_depth: float
    pedicle_width: float
    pedicle_height: float
    transverse_width: float
    spinous_length: float
    wedge: float

    @property
    def half_depth(self) -> float:
        """Half the mean depth of the two end plates: where the body's back wall lies behind its centre."""
        return 0.25 * (self.upper_depth + self.lower_depth)


@dataclass(frozen=True)
class Facet:
    """The joint under a vertebra: distance from the midline, inclination to the transverse plane, rotation of the
    facing direction (> 0 outwards), and the size of the inferior articular facet."""

    spacing: float
    inclination: float
    rotation: float
    width: float
    height: float


@dataclass(frozen=True)
class Disc:
    """The disc under a vertebra: height in the middle and wedge (> 0 when taller in front)."""

    height: float
    wedge: float


@dataclass(frozen=True)
class Dimensions:
    """Everything measured, keyed by vertebra; discs and facets by the vertebra above them."""

    vertebrae: dict[str, Vertebra]
    discs: dict[str, Disc]
    facets: dict[str, Facet]


VERTEBRA_MEASURES = {
    "upper_width": "EPWu",
    "lower_width": "EPWl",
    "upper_depth": "EPDu",
    "lower_depth": "EPDl",
    "height_back": "VBHp",
    "canal_width": "SCW",
    "canal_depth": "SCD",
    "pedicle_width": "PDW",
    "pedicle_height": "PDH",
    "transverse_width": "TPW",
    "spinous_length": "SPL",
}
FACET_MEASURES = {
    "spacing": "facet half spacing used",
    "inclination": "facet inclination to transverse plane used",
    "rotation": "facet facing rotation used (+ lateral, - medial)",
}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def read(folder: Path = MEASURES) -> Dimensions:
    """Read both tables. Raises KeyError naming the level and measure that is missing."""
    value = {(row["level"], row["measure"]): row["value"] for row in _rows(folder / "morphometry.csv")}
    used = {
        row["quantity"].removeprefix("USED BY THE MODEL: "): row["value"] for row in _rows(folder / "alignment.csv")
    }
    vertebrae, discs, facets = {}, {}, {}
    for bone in VERTEBRAE[1:]:
        gap = f"{bone}-{below(bone)}"
        sizes = {name: float(value[bone, measure]) for name, measure in VERTEBRA_MEASURES.items()}
        vertebrae[bone] = Vertebra(**sizes, wedge=float(used[f"body wedge {bone} (+ lordotic)"]))
        discs[bone] = Disc(float(value[gap, "disc centre height used"]), float(used[f"disc wedge {gap} (+ lordotic)"]))
        place = {name: float(value[gap, measure]) for name, measure in FACET_MEASURES.items()}
        sized = "C3" if bone == "C2" else bone  # C2's inferior facet is not in the source; C3's, its nearest, stands in
        facets[bone] = Facet(**place, width=float(value[sized, "IAFW"]), height=float(value[sized, "IAFH"]))
    return Dimensions(vertebrae, discs, facets)
