"""What is seen of one structure, cut out of the buffers of a whole view."""

import math
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import distance_transform_edt

from illustrator.drawing.arrays import Floats, Ints, Mask
from illustrator.drawing.contour import without_specks
from illustrator.drawing.shade import extend
from illustrator.drawing.zbuffer import Buffers
from illustrator.spine.window import BLEED

SPECK = 1.2  # mm2; smaller visible islands of a structure are left out
PAD = 9
RIM = 6  # empty pixels round a patch, so that every contour closes, also where the window cuts a structure


@dataclass(frozen=True)
class Patch:
    """The pixels of one structure with a margin: mask, shade and depth run past the silhouette."""

    mask: Mask
    shade: Floats
    depth: Floats
    part: Floats
    facing: Floats
    distance: Floats
    offset: tuple[float, float]


def patch_of(buffers: Buffers, shades: Floats, owner: int) -> Patch | None:
    """The patch of one of the structures in the buffers; None when less than a speck of it is seen."""
    rows, columns = np.nonzero(buffers.owner == owner)
    smallest = math.ceil(SPECK / buffers.px**2)
    if len(rows) < smallest:
        return None
    window = (
        slice(max(rows.min() - PAD, 0), rows.max() + PAD + 1),
        slice(max(columns.min() - PAD, 0), columns.max() + PAD + 1),
    )
    mask = without_specks(np.pad(buffers.owner[window] == owner, RIM), smallest)
    if not mask.any():
        return None

    def padded(field: Floats | Ints) -> Floats:
        return np.pad(field[window].astype(np.float64), RIM)

    bleed = BLEED / buffers.px
    away: Floats = distance_transform_edt(~mask)
    return Patch(
        mask,
        extend(padded(shades), mask),
        extend(padded(buffers.depth), mask),
        padded(buffers.part),
        padded(buffers.normal[..., 2]),
        away,
        (window[1].start - RIM - bleed, window[0].start - RIM - bleed),
    )
