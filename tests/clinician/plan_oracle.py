"""A plan by the numbering rules of anatomy and the counting rules of the codes, told a second time.

It reads neither data/ nor the code of the product. Nerves are written with their bones: `L3@L4`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

SPINE = [*(f"C{n}" for n in range(2, 8)), *(f"T{n}" for n in range(1, 13)), *(f"L{n}" for n in range(1, 6)), "S1"]
ROOTS = [*(f"C{n}" for n in range(1, 9)), *SPINE[6:]]  # one neck nerve more than neck bones
THIRD_OCCIPITAL = "TON@C2-3"
NO_JOINT = {"C0-1", "C1-2", "S1", "S2", "SIJ"}
NO_ROOT = {"C0-1", "C1-2", "SIJ"}
NECK_MID, LOW = 0, 1
INJECTION = ((64490, 64491, 64492), (64493, 64494, 64495))
HEAT = ((64633, 64634), (64635, 64636))
ROOT = ((64479, 64480), (64483, 64484))

Plan = Mapping[str, str]  # level -> left, right or both


def name(upper: str, lower: str) -> str:
    """L4 and L5: `L4-5`; L5 and S1: `L5-S1`."""
    return f"{upper}-{lower[1:] if upper[0] == lower[0] else lower}"


JOINTS = {name(upper, lower): (upper, lower) for upper, lower in pairwise(SPINE)}


def nerves(joint: str) -> list[str]:
    """A joint is reached at its own two bones. Down to C7 a nerve and its bone have one number; below, the nerve is the
    one before. C2-3 has the third occipital nerve alone.
    """
    if joint == "C2-3":
        return [THIRD_OCCIPITAL]
    return [f"{bone if bone[0] == 'C' else ROOTS[ROOTS.index(bone) - 1]}@{bone}" for bone in JOINTS[joint]]


def root(level: str) -> str:
    """Down to C7 a root leaves above its bone, C8 between C7 and T1, from T1 on below its bone."""
    if level in ("S1", "S2"):
        return level
    upper, lower = JOINTS[level]
    return "C8" if upper == "C7" else lower if upper[0] == "C" else upper


def family(level: str) -> int:
    return LOW if level[0] in "LS" else NECK_MID


def sides(side: str) -> list[str]:
    return ["left", "right"] if side == "both" else [side]


def reached(kind: str, level: str) -> list[str]:
    return {"joint": lambda: [level], "root": lambda: [root(level)]}.get(kind, lambda: nerves(level))()


def refused(kind: str, level: str) -> bool:
    return level in (NO_ROOT if kind == "root" else NO_JOINT)


def codes(kind: str, levels: Iterable[str]) -> dict[str, int]:
    """Injections: first, second, once for all from the third on. Heat and roots: first, and each further one."""
    found: dict[str, int] = {}
    for which in (NECK_MID, LOW):
        count = sum(family(level) == which for level in levels)
        if not count:
            continue
        if kind in ("mbb", "joint"):
            units = [1, int(count > 1), int(count > 2)]
            numbers = INJECTION[which]
        else:
            units = [1, count - 1]
            numbers = (HEAT if kind == "rfa" else ROOT)[which]
        found |= {str(number): unit for number, unit in zip(numbers, units, strict=True) if unit}
    return found


def reckon(kind: str, plan: Plan) -> dict[str, object]:
    """What a plan takes on each side, and how it is counted."""
    done = {level: side for level, side in plan.items() if not refused(kind, level)}
    needed: dict[str, set[str]] = {"left": set(), "right": set()}
    for level, side in done.items():
        for one in sides(side):
            needed[one] |= set(reached(kind, level))
    completed: dict[str, list[str]] = {}
    if kind in ("mbb", "rfa"):
        for joint in JOINTS:
            for one in needed:
                if one not in sides(done.get(joint, "")) and set(nerves(joint)) <= needed[one]:
                    completed.setdefault(joint, []).append(one)
    return {
        "levels": len(done),
        "refused": sorted(set(plan) - set(done)),
        "left": sorted(needed["left"]),
        "right": sorted(needed["right"]),
        "needles": sum(map(len, needed.values())),
        "codes": codes(kind, done),
        "completed": sorted(f"{joint}.{'both' if len(found) > 1 else found[0]}" for joint, found in completed.items()),
    }


def parse(text: str) -> dict[str, str]:
    """`L4-5.both` and so on."""
    return {level: side for level, side in re.findall(r"([\w-]+)\.(left|right|both)", text)}
