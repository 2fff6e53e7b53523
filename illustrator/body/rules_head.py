"""Head, neck and shoulder girdle: hairline, jaw, collarbone and shoulder blade (boundaries: data/areas.csv).

Levels: C3 105, C5 129, T1 153, T2 163, T3 176, T7 at the tip of the shoulder blade 244 (by proportion).
"""

import numpy as np

from illustrator.body.canvas import FILLER, Canvas, curve
from illustrator.drawing.arrays import Floats


def _head_front(c: Canvas) -> None:
    behind_chin = curve(c.y, (80, 15), (100, 24), (119, 44), (135, 60))
    face = (c.y < 121) & ~((c.z < behind_chin) & (c.y > 92))
    c.put("head-temple", face & (c.y < curve(c.x, (0, 20), (8, 20.5), (16, 23), (23, 30), (28, 44))))
    c.put("head-temple", face & (c.y < 90) & (c.x > curve(c.y, (24, 26), (46, 28.5), (66, 30), (84, 36))))
    rim = curve(c.x, (0, 64), (5, 65), (13, 70), (20, 70.5), (27, 68), (33, 64))
    c.put("head-forehead-eye", face & (c.y < rim))
    c.put(FILLER, face)


def collarbone(c: Canvas) -> Floats:
    """Upper border of the collarbone: y of each point, an S seen from the front."""
    return curve(c.x, (0, 171), (8, 171.5), (20, 169.5), (38, 163), (56, 160.5), (74, 162), (96, 168))


def _girdle_front(c: Canvas) -> None:
    c.put("neck-front", (c.y < collarbone(c)) & (c.x < curve(c.y, (130, 36), (148, 39), (158, 43), (166, 49))))
    c.put("shoulder-top", c.y < collarbone(c))


def _neck_back(c: Canvas) -> None:
    c.put("head-temple", c.y < curve(c.x, (0, 52), (14, 53), (28, 56.5), (38, 60)))
    c.put("head-back", c.y < curve(c.x, (0, 79), (8, 80.5), (20, 84), (30, 85)))
    neck = c.x < curve(c.y, (110, 46), (132, 42), (144, 41), (154, 44))
    c.put("neck-upper-back", neck & (c.y < curve(c.x, (0, 105), (14, 105.5), (30, 109))))
    c.put("neck-middle-back", neck & (c.y < curve(c.x, (0, 129), (14, 129.5), (32, 132))))
    c.put("neck-lower-back", neck & (c.y < curve(c.x, (0, 155), (10, 154), (26, 150.5), (44, 149))))


def _girdle_back(c: Canvas) -> None:
    corner = ((c.x - 36.5) / 18.5) ** 2 + ((c.y - 169 + 0.12 * (c.x - 36.5)) / 16.5) ** 2
    c.put("shoulder-blade-upper-corner", corner < 1)
    spine_of_scapula = curve(c.x, (30, 184), (44, 181), (60, 176.5), (78, 170), (92, 166))
    c.put("shoulder-top", (c.y < spine_of_scapula) & (c.x > 34))
    medial_border = curve(c.y, (150, 30), (176, 33), (196, 35.5), (216, 38.5), (234, 43), (246, 51))
    c.put("shoulder-blade-inner", (c.x < medial_border) & (c.y < curve(c.x, (0, 239), (20, 240), (38, 243), (50, 248))))
    tip = curve(c.x, (36, 240), (45, 246), (53, 249), (62, 246.5), (72, 238), (84, 224))
    c.put("shoulder-blade-flat", (c.y < tip) & (c.y < 260))


def label_head(c: Canvas) -> None:
    """All of it except what the arm has taken before."""
    if c.front:
        _head_front(c)
        _girdle_front(c)
    else:
        _neck_back(c)
        _girdle_back(c)
    c.put("neck-front" if c.front else "neck-middle-back", np.asarray((c.y < 150) & (c.x < 40)))
