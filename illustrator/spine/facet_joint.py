"""Cartilage and capsule of the facet joints: what is seen of a joint as its line."""

from illustrator.spine.bone import Model
from illustrator.spine.layout import JOINT_GAP, Joint
from illustrator.spine.shape import Shape

# mm by which the joint's filling stands out between the bones, so that its line is seen; more where ribs hide it.
PROUD, PROUD_THORACIC = 0.7, 1.4


def cartilage(joint: Joint, proud: float = PROUD) -> Model:
    """What fills a left facet joint; in the frame the joint is given in."""
    shape = Shape(mirrored=False)
    shape.ellipsoid(joint.centre, (JOINT_GAP / 2 + 0.55, joint.width / 2 + proud, joint.height / 2 + proud),
                    blend=1, axes=joint.axes, n=2.6, bend=joint.bend)  # fmt: skip
    reach = max(joint.width, joint.height) * 0.75
    low, high = joint.centre - reach, joint.centre + reach
    return Model(shape, (low[0], low[1], low[2]), (high[0], high[1], high[2]))
