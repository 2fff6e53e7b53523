"""Which levels fit chosen places: the browser's one copy of the rule against Python's, in node, without a browser."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sysconfig
from pathlib import Path

from catalog import Catalog, levels_for
from components.kit.to_json import to_json
from components.states import unpublished_site

TEST = Path(__file__).with_name("rules.test.mjs")
NODE = Path(sysconfig.get_path("scripts")) / "node"
SETS = 300


def asked(catalog: Catalog) -> list[list[str]]:
    """Each place alone, then seeded sets of two to five."""
    sides = {slug: ["mid"] if area.midline else ["left", "right"] for slug, area in catalog.areas.items()}
    places = [f"{slug}.{side}" for slug, found in sides.items() for side in found]
    chance = random.Random(46)
    return [[place] for place in places] + [chance.sample(places, chance.randint(2, 5)) for _ in range(SETS)]


def test_the_browser_and_python_find_the_same_levels(catalog: Catalog, tmp_path: Path) -> None:
    links = json.loads(to_json(unpublished_site(catalog)))
    cases = []
    for hurts in asked(catalog):
        pairs = [(slug, side) for slug, side in (place.split(".") for place in hurts)]
        found = [[one.level, one.part, one.covers_all, one.strength] for one in levels_for(catalog, pairs)]
        cases.append({"hurts": hurts, "found": found})
    assert len(cases) >= SETS + len(catalog.areas)
    told = tmp_path / "cases.json"
    told.write_text(json.dumps({"site": links, "cases": cases}), encoding="utf-8")
    ran = subprocess.run(
        [NODE, "--test", str(TEST)],
        env={**os.environ, "RULES_CASES": str(told)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-3000:]
    assert "# pass 4" in ran.stdout or "pass 4" in ran.stdout
