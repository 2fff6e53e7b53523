"""Intervertebral discs, C2-3 to L5-S1."""

from math import radians, tan

from illustrator.spine.bone import Model
from illustrator.spine.dimensions import below
from illustrator.spine.layout import S1_HALF_DEPTH, Spine
from illustrator.spine.shape import Shape

S1_HALF_WIDTH = 25.0  # drawing choice; published S1 body width 47.0


def disc(spine: Spine, bone: str) -> Model:
    """The disc under a vertebra, in its own frame; as wide as the end plates it joins."""
    size, upper = spine.dimensions.discs[bone], spine.dimensions.vertebrae[bone]
    lower = spine.dimensions.vertebrae.get(below(bone))
    wide_low, deep_low = (lower.upper_width / 2, lower.upper_depth / 2) if lower else (S1_HALF_WIDTH, S1_HALF_DEPTH)
    wide_up, deep_up = upper.lower_width / 2, upper.lower_depth / 2
    neck = bone[0] == "C"
    taper = (deep_up + deep_low) * tan(radians(size.wedge)) / 2
    bulge = 0.03 if neck else 0.035
    shape = Shape()
    shape.body({"a_up": wide_up * 0.985, "a_low": wide_low * (0.93 if neck else 0.985), "b_up": deep_up * 0.985,
                "b_low": deep_low * 0.985, "h_post": max(size.height - taper, size.height * 0.35) + 0.9,
                "h_ant": size.height + taper + 0.9, "waist_w": -bulge, "waist_d": -bulge,
                "n_front": 2.0 if bone[0] == "T" else 2.25, "n_back": 2.9, "dish": -0.5 if neck else -1.2, "dent": 0.08,
                "rounding": 0.9, "rim": 0.0, "power": 0.8})  # fmt: skip
    x, y, z = max(wide_up, wide_low) + 4, max(deep_up, deep_low) + 5, size.height + 6
    return Model(shape, (-x, -y, -z), (x, y, z))
