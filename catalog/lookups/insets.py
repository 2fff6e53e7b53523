"""Where the insets lie on the figure: what the page shows is what the illustrator measures."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.loading import Catalog
from catalog.rows.anatomy import Inset

CENTRE = 300  # the figure's midline, in units of its drawing
ASPECT = 1.15  # width to height of every inset


@dataclass(frozen=True)
class Placed:
    """An inset on one side of the figure; `side` is "mid" where both are shown. `x`: its middle, in drawing units."""

    inset: Inset
    side: str
    x: float

    @property
    def id(self) -> str:
        return self.inset.id + ("" if self.side == "mid" else f"-{self.side}")

    @property
    def box(self) -> tuple[float, float, float, float]:
        """viewBox: left, top, width, height."""
        width = self.inset.height * ASPECT
        top = self.inset.middle - self.inset.height / 2
        return (round(self.x - width / 2, 1), round(top, 1), round(width, 1), self.inset.height)


def placed_insets(catalog: Catalog) -> list[Placed]:
    """Every inset, one for each side where it does not show both; the one on the right of the picture first."""
    return [
        Placed(inset, side, CENTRE + turn * inset.from_midline)
        for inset in catalog.insets.values()
        for side, turn in zip(inset.sides, (1, -1), strict=False)
    ]
