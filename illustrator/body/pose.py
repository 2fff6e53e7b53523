"""Anatomical position: arms a little away from the body, palms forward, feet turned out a little.

Linear blend skinning. The turning of the forearm is shared along the arm, or the wrist would wring like a towel.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from illustrator.body.soften import Skin
from illustrator.body.source import Source, ends, symmetric
from illustrator.drawing.arrays import Floats

ARM, CARRYING, THIGH, SHANK, TOE_OUT = 19.0, 6.0, -0.6, 2.6, 13.0  # degrees
FRONT, UP = np.array([0.0, 0.0, 1.0]), np.array([0.0, 1.0, 0.0])

# Bone, radius in hundredths of the stature and number of smoothing steps where skinning leaves a crease.
RELAXED = (("upperarm01", 11, 8), ("upperleg01", 9, 6), ("wrist", 4, 4), ("lowerarm01", 6, 3), ("lowerleg01", 6, 3),
           ("foot", 5, 3))  # fmt: skip


@dataclass(frozen=True)
class Posed:
    """The figure in anatomical position: vertices (n, 3), joints = head of each bone."""

    vertices: Floats
    joints: dict[str, Floats]


def _unit(vector: Floats) -> Floats:
    return np.asarray(vector / np.linalg.norm(vector))


def turn(axis: Floats, degrees: float) -> Floats:
    """Rotation matrix (3, 3) about an axis (Rodrigues)."""
    x, y, z = _unit(np.asarray(axis, float))
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    angle = np.radians(degrees)
    return np.asarray(np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross)


def angle_about(start: Floats, end: Floats, axis: Floats) -> float:
    """Signed degrees from start to end seen along a unit axis."""
    start, end = (_unit(v - axis * (v @ axis)) for v in (start, end))
    return float(np.degrees(np.arctan2(np.cross(start, end) @ axis, start @ end)))


class Rig:
    """The left half of the skeleton: rotations added bone by bone, in the parent's frame, then mirrored."""

    def __init__(self, source: Source, vertices: Floats) -> None:
        self.source = source
        self.heads, self.tails = ends(source, vertices, "head"), ends(source, vertices, "tail")
        self.rotations: dict[str, Floats] = {}

    def matrices(self) -> dict[str, Floats]:
        """Each bone's transform (4, 4) from rest to pose."""
        found: dict[str, Floats] = {}

        def of(bone: str) -> Floats:
            if bone not in found:
                own = np.eye(4)
                if bone in self.rotations:
                    own[:3, :3] = self.rotations[bone]
                    own[:3, 3] = self.heads[bone] - self.rotations[bone] @ self.heads[bone]
                parent = self.source.rig[bone].get("parent")
                found[bone] = (of(parent) if parent in self.source.rig else np.eye(4)) @ own
            return found[bone]

        for bone in self.source.bones:
            of(bone)
        return found

    def _at(self, bone: str, point: Floats) -> Floats:
        matrix = self.matrices()[bone]
        return matrix[:3, :3] @ point + matrix[:3, 3]

    def head(self, bone: str) -> Floats:
        """Posed position of a bone's head."""
        return self._at(bone, self.heads[bone])

    def along(self, bone: str) -> Floats:
        """Posed direction of a bone."""
        return self._at(bone, self.tails[bone]) - self.head(bone)

    def twist(self, bone: str, axis: Floats, degrees: float) -> None:
        """Turn a bone about an axis given in the world."""
        parent = self.matrices()[self.source.rig[bone]["parent"]][:3, :3]
        self.rotations[bone] = parent.T @ turn(axis, degrees) @ parent @ self.rotations.get(bone, np.eye(3))

    def align(self, bone: str, direction: Floats, wanted: Floats, portion: float = 1.0) -> None:
        """Turn a bone so that a posed direction moves onto wanted, or that portion of the way."""
        start, end = _unit(direction), _unit(wanted)
        axis = np.cross(start, end)
        size = float(np.linalg.norm(axis))
        if size > 1e-9:
            degrees = np.degrees(np.arcsin(min(1.0, size))) * portion if start @ end > 0 else 180.0
            self.twist(bone, axis, float(degrees))


def _arm(rig: Rig) -> None:
    shoulder, elbow, wrist = "upperarm01.L", "lowerarm01.L", "wrist.L"

    def between(a: str, b: str) -> Callable[[], Floats]:
        return lambda: rig.head(b) - rig.head(a)

    def hanging(degrees: float, forward: float) -> Floats:
        return np.array([np.sin(np.radians(degrees)), -np.cos(np.radians(degrees)), forward])

    def palm() -> Floats:
        return np.cross(rig.head("finger2-1.L") - rig.head(wrist), rig.head("finger5-1.L") - rig.head(wrist))

    upper, fore, hand = between(shoulder, elbow), between(elbow, wrist), between(wrist, "finger3-1.L")
    rig.align("shoulder01.L", upper(), hanging(ARM, 0), 0.22)  # the shoulder girdle takes part of it
    rig.align(shoulder, upper(), hanging(ARM, 0))
    rig.align(elbow, fore(), hanging(ARM + CARRYING, 0.02))
    axis, thumb = _unit(fore()), rig.head("finger1-3.L") - rig.head(wrist)
    outwards = np.cross(axis, FRONT) * np.sign(np.cross(axis, FRONT)[0])
    turns = [angle_about(normal, FRONT, axis) for normal in (palm(), -palm())]
    supination = max(turns, key=lambda t: float((turn(axis, t) @ thumb) @ outwards))
    for bone in ("upperarm01.L", "upperarm02.L"):
        rig.twist(bone, _unit(upper()), supination * 0.14)
    for bone, share in (("lowerarm01.L", 0.22), ("lowerarm02.L", 0.40), (wrist, 0.10)):
        rig.twist(bone, _unit(fore()), supination * share)
    rig.align(elbow, fore(), hanging(ARM + CARRYING, 0.02))
    rig.align(wrist, hand(), hanging(ARM + CARRYING - 3, 0.05))
    rest = min((angle_about(normal, FRONT, _unit(hand())) for normal in (palm(), -palm())), key=abs)
    rig.twist(wrist, _unit(hand()), rest)
    for finger, spread in ((2, 4.0), (3, 0.0), (4, -4.0), (5, -9.0)):
        for k in (1, 2, 3):
            bone = f"finger{finger}-{k}.L"
            wanted = turn(FRONT, spread) @ _unit(hand()) + 0.10 * k * FRONT
            rig.align(bone, rig.along(bone), wanted, 0.8)
    for k, spread in ((2, 34.0), (3, 28.0)):
        bone = f"finger1-{k}.L"
        rig.align(bone, rig.along(bone), turn(FRONT, spread) @ _unit(hand()) + 0.12 * FRONT, 0.85)


def _leg(rig: Rig) -> None:
    hip, knee, ankle = "upperleg01.L", "lowerleg01.L", "foot.L"

    def yaw() -> float:
        forward = rig.head("toe2-1.L") - rig.head(ankle)
        return float(np.degrees(np.arctan2(forward[0], forward[2])))

    def hanging(degrees: float, forward: float) -> Floats:
        return np.array([np.sin(np.radians(degrees)), -np.cos(np.radians(degrees)), forward])

    rig.align(hip, rig.head(knee) - rig.head(hip), hanging(THIGH, 0) - [0.01, 0, 0])
    rig.align(knee, rig.head(ankle) - rig.head(knee), hanging(THIGH + SHANK, -0.035))
    missing = TOE_OUT - yaw()
    rig.twist(hip, UP, missing * 0.35)
    rig.twist(knee, UP, missing * 0.25)
    rig.twist(ankle, UP, TOE_OUT - yaw())
    matrices = rig.matrices()  # the sole back to level: keep only the turn about the vertical
    forward = matrices[ankle][:3, :3] @ FRONT
    level = turn(UP, float(np.degrees(np.arctan2(forward[0], forward[2]))))
    rig.rotations[ankle] = matrices[rig.source.rig[ankle]["parent"]][:3, :3].T @ level


def stand(source: Source, skin: Skin, vertices: Floats) -> Posed:
    """Bring the figure (n, 3) into anatomical position; still exactly symmetric."""
    rig = Rig(source, vertices)
    _arm(rig)
    _leg(rig)
    flip = np.diag([-1.0, 1, 1])
    for bone in list(rig.rotations):
        rig.rotations[bone.removesuffix(".L") + ".R"] = flip @ rig.rotations[bone] @ flip
    matrices = rig.matrices()
    total = source.weights.sum(1)
    share = source.weights / np.maximum(total, 1e-9)[:, None]
    stacked = np.stack([matrices[bone] for bone in source.bones])[:, :3]
    moved = np.einsum("vb,bij,vj->vi", share, stacked, np.c_[vertices, np.ones(len(vertices))], optimize=True)
    moved[total < 1e-6] = vertices[total < 1e-6]
    moved = symmetric(source, moved)
    joints: dict[str, Floats] = {
        bone: matrices[bone][:3, :3] @ rig.heads[bone] + matrices[bone][:3, 3] for bone in source.bones
    }
    hundredth = float(np.ptp(moved[skin.of_skin, 1])) / 100
    for bone, radius, steps in RELAXED:
        near = np.zeros(len(moved))
        for side in ("L", "R"):
            distance = np.linalg.norm(moved - joints[f"{bone}.{side}"], axis=1)
            near = np.maximum(near, np.clip(1.4 * (1 - distance / (radius * hundredth)), 0, 1))
        moved = skin.smooth(moved, near * skin.of_skin, steps, 0.5)
    return Posed(symmetric(source, moved), joints)
