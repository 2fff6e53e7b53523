"""Icon arrays: so many persons, filled from the top left corner, one for each of the people counted (E5, E6)."""

from __future__ import annotations

import math

from markupsafe import Markup

from components.kit.markup import el, svg

SMALL = 100  # up to so many persons are drawn whole, ten in a row; more of them plainer
COLUMNS = {True: 10, False: 50}
CELL = (12, 22)  # units a person takes, gaps included
# Head, then body, both relative, so that one absolute move stands for one person.
HEAD = "a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0z"
PERSONS = {
    True: f"{HEAD}m-.6 3.2h6c1.1 0 1.8.8 1.8 1.8v5h-1.6v6h-6.4v-6h-1.6v-5c0-1 .7-1.8 1.8-1.8z",
    False: f"{HEAD}m-2 3.2h8.8v7h-2v6h-4.8v-6h-2z",
}
MOST = 1000


def icon_array(count: int, total: int) -> Markup:
    """An SVG of `total` persons, the first `count` of them filled. Its words stand where it is shown.

    Raises ValueError for a total outside 1..1000, or a count outside 0..total.
    """
    if not 1 <= total <= MOST or not 0 <= count <= total:
        raise ValueError(f"{count} of {total} persons cannot be drawn")
    small = total <= SMALL
    columns = COLUMNS[small]
    persons = [
        f"M{index % columns * CELL[0] + 3.6:g} {index // columns * CELL[1] + 3.6:g}{PERSONS[small]}"
        for index in range(total)
    ]
    drawn = {"person-on": persons[:count], "person-off": persons[count:]}
    return svg(
        f"0 0 {columns * CELL[0]} {math.ceil(total / columns) * CELL[1]}",
        *(el("path", d="".join(some), class_=name) for name, some in drawn.items() if some),
        class_=f"persons persons-{SMALL if small else MOST}",
        aria_hidden="true",
    )
