"""The space behind the sac of the nerves, and the needle that reaches it between two laminae.

data/block_facts.csv, interlaminar blocks: `target`, `target_point` (the space at the edge of the laminae, just off the
midline) and `approach` (from behind, between two bones).
"""

import numpy as np

from illustrator.drawing.arrays import Floats
from illustrator.scenes.approach import bones, flat
from illustrator.scenes.canal import SACS, Inside
from illustrator.scenes.needle import Needle, clearest
from illustrator.scenes.outline import inside, path
from illustrator.scenes.solids import Solid, tube, whole_spine
from illustrator.spine.dimensions import below, region, segment
from illustrator.spine.layout import Frame
from illustrator.spine.nerve import in_canal
from illustrator.spine.structures import Structure

GAP = 0.8  # mm between the sac and the middle of the space behind it
ASIDE = 2.0  # mm from the midline to the tip
REACH = {"contrast": (7.0, 1.3), "medicine": (15.0, 1.7)}  # mm from the tip, mm behind the sac; drawing choices
FRONT = 0.2  # of half the sac's depth: how far to the front the fluid is drawn


def behind(upper: str, frame: Frame, z: float, aside: float) -> Floats:
    """World point in the space between two bones, on the plane z of a frame, `aside` mm to the left."""
    spine, sac = whole_spine(), SACS[region(upper)]
    a, b = (frame.into(in_canal(spine, bone)) for bone in (upper, below(upper)))
    middle = a + (b - a) * ((z - a[2]) / (b[2] - a[2]))
    wide, deep = sac.sac
    back = sac.forward - deep * np.sqrt(1 - (aside / wide) ** 2) - GAP
    return frame.out(np.array([aside, middle[1] + back, z]))


def space(upper: str) -> Solid:
    """The middle of the space behind the sac, from a bone to the next, as a cord."""
    frame = whole_spine().discs[upper]
    course = np.array([behind(upper, frame, z, 0.0) for z in np.linspace(-12.0, 6.0, 7)])
    return tube(Structure("epidural", region(upper), level=segment(upper)), course, GAP)


def between_laminae(upper: str, frame: Frame, z: float) -> Needle:
    """From behind and a little aside, through the yellow ligament, to the space behind the sac."""
    tip = behind(upper, frame, z, ASIDE)
    ways = [Needle(tip, frame.turn_out(flat(a)), (f"epidural-{segment(upper)}",)) for a in range(0, 22, 3)]
    return clearest(ways, bones(upper, below(upper)))


def fluids(at: Inside, needle: Needle) -> dict[str, str]:
    """Contrast, then medicine, in the fat behind the sac; neither enters sac nor bone."""
    x, y = at.local
    wide, deep = SACS[region(at.upper)].sac
    sac = (np.hypot(x / wide, y / deep) - 1) * deep
    hard = np.minimum(at.section.of("vertebra"), at.section.of("disc"))
    tip = np.linalg.norm((at.section.plane - needle.tip) @ at.view.axes[:2].T, axis=-1)
    found = {}
    for layer, (reach, thick) in REACH.items():
        field = np.maximum.reduce([0.15 - sac, sac - thick, 0.15 - hard, tip - reach, y - FRONT * deep])
        found[layer] = path(f"sc-{layer}", inside(at.view, field, 20, 0.7))
    return found
