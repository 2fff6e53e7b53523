"""Give every visible point of one view to its pain area."""

from illustrator.body.canvas import Canvas, without_slivers
from illustrator.body.rules_arm import label_arm
from illustrator.body.rules_head import label_head
from illustrator.body.rules_leg import label_leg
from illustrator.body.rules_trunk import label_trunk
from illustrator.body.view import Seen
from illustrator.drawing.arrays import Ints


def label(seen: Seen) -> Ints:
    """Label map (rows, columns) of the half figure: 0 nothing, k = canvas.AREAS[k - 1]."""
    canvas = Canvas(seen)
    for rules in (label_arm, label_head, label_trunk, label_leg):
        rules(canvas)
    return without_slivers(canvas.labels, canvas.mask)
