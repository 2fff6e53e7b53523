"""The plan's arithmetic in the browser's own module, in node, against an oracle and forty known cases."""

from __future__ import annotations

import csv
import json
import os
import random
import subprocess
import sysconfig
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from catalog import Catalog
from components.clinician import plan
from components.kit.to_json import to_json
from components.kit.voice import Voice
from tests.clinician import plan_oracle as oracle

HERE = Path(__file__).parent
NODE = Path(sysconfig.get_path("scripts")) / "node"
KINDS = ("mbb", "rfa", "joint", "root")
JOINTS = list(oracle.JOINTS)
RANDOM_SETS = 400


def known() -> list[dict[str, str]]:
    """The forty cases, typed by hand from what coders and physicians publish."""
    with (HERE / "plan_cases.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def case(kind: str, chosen: oracle.Plan, **more: object) -> dict[str, object]:
    text = ",".join(f"{level}.{side}" for level, side in chosen.items())
    return {"kind": kind, "plan": text, "wanted": oracle.reckon(kind, chosen), **more}


def rows() -> list[list[str]]:
    """All sets of neighbouring joints."""
    return [JOINTS[first : last + 1] for first in range(len(JOINTS)) for last in range(first, len(JOINTS))]


def asked(levels: list[str]) -> Iterator[dict[str, object]]:
    for one in known():
        yield case(one["kind"], oracle.parse(one["plan"]), flags=one["flags"].split())
    for kind in KINDS:
        for side in ("left", "right", "both"):
            for row in rows():
                yield case(kind, dict.fromkeys(row, side), row=kind in ("mbb", "rfa"))
            for pair in combinations(JOINTS, 2):
                yield case(kind, dict.fromkeys(pair, side))
        for level in levels:
            yield case(kind, {level: "both"})
        for upper, lower in combinations(JOINTS, 2):
            yield case(kind, {upper: "left", lower: "right"})
            yield case(kind, {upper: "both", lower: "left"})
    chance = random.Random(11)
    for _ in range(RANDOM_SETS):
        some = [level for level in levels if chance.random() < 0.3]
        yield case(chance.choice(KINDS), {level: chance.choice(("left", "right", "both")) for level in some})


def test_e12_the_oracle_agrees_with_the_forty_cases() -> None:
    assert len(known()) == 40
    for one in known():
        found: dict[str, Any] = oracle.reckon(one["kind"], oracle.parse(one["plan"]))
        told = {code: int(units) for code, units in (pair.split("x") for pair in one["codes"].split())}
        assert found["codes"] == told, one
        assert (found["levels"], found["needles"]) == (int(one["levels"]), int(one["needles"])), one
        assert (found["left"], found["right"]) == (sorted(one["left"].split()), sorted(one["right"].split())), one
        assert found["completed"] == one["completes"].split(), one
        assert bool(found["refused"]) == (one["refused"] == "yes"), one


def test_e12_there_are_276_rows_and_253_pairs_of_joints() -> None:
    assert (len(rows()), len(list(combinations(JOINTS, 2)))) == (276, 253)


@pytest.mark.parametrize("language", ["en", "es"])
def test_e12_every_plan_is_reckoned_as_the_oracle_does(catalog: Catalog, tmp_path: Path, language: str) -> None:
    facts = json.loads(to_json(plan.facts(Voice(catalog, language))))
    cases = list(asked(list(catalog.levels)))
    assert len(cases) > 8000
    told = tmp_path / "cases.json"
    told.write_text(json.dumps({"facts": facts, "cases": cases}), encoding="utf-8")
    ran = subprocess.run(
        [NODE, "--test", str(HERE / "plan.test.mjs")],
        env={**os.environ, "PLAN_CASES": str(told)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-3000:]
    assert "pass 5" in ran.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_e12_what_is_refused_says_why(catalog: Catalog, kind: str) -> None:
    told = plan.facts(Voice(catalog, "en"))
    for level in catalog.levels:
        stop = told.stops[f"{level}|{kind}"]
        assert bool(stop.refused) == oracle.refused(kind, level), level
        assert bool(stop.refused) != bool(stop.points), level
        assert bool(stop.points) == bool(stop.codes), level


def test_e12_each_needle_has_a_place_on_each_side_of_its_own_plate(catalog: Catalog) -> None:
    """The patient's left lies on the left of a back view; in a region each point is lower than the one before."""
    told = plan.facts(Voice(catalog, "en"))
    for kind in KINDS:
        for plate in ("posterior", *(f"posterior-{region}" for region in told.regions)):
            home = plate.partition("-")[2]
            found = [
                told.points[name].at[plate]
                for level, one in told.levels.items()
                if not home or one.home == home
                for name in told.stops[f"{level}|{kind}"].points
            ]
            assert len(found) > 4
            for sides in found:
                assert sides["left"][0] < sides["right"][0]
            for side in ("left", "right") if home else ():
                heights = [sides[side][1] for sides in found]
                unique = list(dict.fromkeys(heights))
                assert unique == sorted(unique), (kind, plate, side)
