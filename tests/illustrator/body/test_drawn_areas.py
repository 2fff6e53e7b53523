"""The committed drawings hold every area, on the right side, and the areas tile the figure."""

import gzip
import itertools
import re
from pathlib import Path

import pytest
import shapely
from shapely import affinity

from illustrator.body.reading import SVG, Area, by_id, root, shape

VIEWS = ("front", "back")
FIGURE = 100_000  # square units of skin in a view, roughly


def _figure(path: Path) -> shapely.Geometry:
    element = next(e for name, e in by_id(root(path)).items() if name.endswith("-outline"))
    return shape(element.get("d", ""))


def _named(areas: list[Area], slug: str, side: str) -> Area:
    return next(area for area in areas if (area.slug, area.side) == (slug, side))


@pytest.mark.parametrize("view", VIEWS)
def test_a13_every_area_of_the_facts_is_drawn_once_a_side(
    view: str, drawn: dict[str, list[Area]], facts: list[dict[str, str]]
) -> None:
    wanted = {
        (row["slug"], side)
        for row in facts
        if row["view"] in (view, "both")
        for side in (("mid",) if row["sides"] == "midline" else ("left", "right"))
    }
    found = [(area.slug, area.side) for area in drawn[view]]
    assert len(found) == len(set(found))
    assert set(found) == wanted
    assert len({row["slug"] for row in facts}) == 46


@pytest.mark.parametrize("view", VIEWS)
def test_sides_are_the_persons_own(view: str, drawn: dict[str, list[Area]]) -> None:
    """Front: the person's left is on the right of the picture. From behind: the right is."""
    on_the_right = "left" if view == "front" else "right"
    for area in drawn[view]:
        if area.side != "mid":
            assert (area.seen.centroid.x > 300) == (area.side == on_the_right), (area.slug, area.side)
        else:
            assert abs(area.seen.centroid.x - 300) < 0.01


@pytest.mark.parametrize("view", VIEWS)
def test_areas_tile_the_figure(view: str, drawings: dict[str, Path], drawn: dict[str, list[Area]]) -> None:
    """No gap, no overlap, nothing outside; only the lower face belongs to no area."""
    figure, shapes = _figure(drawings[view]), [area.seen for area in drawn[view]]
    assert all(s.is_valid and s.geom_type == "Polygon" for s in shapes)
    whole = shapely.union_all(shapes)
    assert sum(s.area for s in shapes) - whole.area < 1e-5 * FIGURE
    assert whole.difference(figure).area < 1e-4 * FIGURE
    left_out = figure.difference(whole)
    left_out = shapely.union_all([p for p in shapely.get_parts(left_out) if p.area > 1])
    if view == "back":
        assert left_out.is_empty
    else:
        x0, y0, x1, y1 = left_out.bounds
        assert 260 < x0 < x1 < 340 and 70 < y0 < y1 < 145, "only the lower face"
        assert whole.union(left_out).intersection(figure).area > figure.area - 1e-4 * FIGURE


@pytest.mark.parametrize("view", VIEWS)
def test_left_and_right_are_mirror_images(view: str, drawn: dict[str, list[Area]]) -> None:
    for area in drawn[view]:
        twin = _named(drawn[view], area.slug, {"left": "right", "right": "left", "mid": "mid"}[area.side])
        mirrored = affinity.scale(twin.seen, -1, 1, origin=(300, 0))
        assert area.seen.symmetric_difference(mirrored).area < 1e-6 * FIGURE


NEIGHBOURS = {
    "front": [("thigh-outer", "shin-outer"), ("thigh-inner", "shin-inner"), ("shin-outer", "foot-top"),
              ("hip-outer", "thigh-outer"), ("forearm-thumb-side", "hand-thumb-index"),
              ("upper-arm-outer", "forearm-thumb-side"),
              ("knee-front", "thigh-front"), ("knee-front", "shin-inner"), ("knee-front", "shin-outer")],
    "back": [("thigh-outer", "shin-outer"), ("thigh-back", "calf"), ("calf", "foot-sole"), ("buttock", "thigh-back"),
             ("low-back", "tailbone"), ("low-back", "belt-line"), ("shoulder-blade-inner", "mid-back"),
             ("mid-back", "lower-rib-back")],
}  # fmt: skip


@pytest.mark.parametrize(("view", "pair"), [(view, pair) for view in VIEWS for pair in NEIGHBOURS[view]])
def test_a_pattern_that_runs_on_has_no_gap(view: str, pair: tuple[str, str], drawn: dict[str, list[Area]]) -> None:
    """Neighbours share a border of some length: at the knee above all."""
    side = "left"
    one, other = (next(a for a in drawn[view] if a.slug == slug and a.side in (side, "mid")) for slug in pair)
    shared = one.seen.buffer(0.05).intersection(other.seen.buffer(0.05)).area / 0.1
    assert shared > 3.5, f"they share {shared:.1f} units"


@pytest.mark.parametrize("view", VIEWS)
def test_borders_are_organic(view: str, drawings: dict[str, Path]) -> None:
    """No area is a rectangle or a stripe: hardly any of its outline is a straight line."""
    for name, element in by_id(root(drawings[view])).items():
        if not name.endswith("-s"):
            continue
        text = element.get("d", "")
        straight = sum(abs(float(v)) for v in re.findall(r"[hv](-?[\d.]+)", text))
        midline = sum(abs(float(v)) for v in re.findall(r"v(-?[\d.]+)", text))
        outline = shape(text).length
        assert straight - midline < 0.12 * outline, name


@pytest.mark.parametrize("view", VIEWS)
def test_a4_halos_reach_past_the_outline_and_never_over_a_neighbour(view: str, drawn: dict[str, list[Area]]) -> None:
    for one, other in itertools.permutations(drawn[view], 2):
        over = one.touched.intersection(other.seen).area
        assert over < 12, f"halo of {one.slug} {one.side} lies over {other.slug} {other.side}: {over:.1f}"
    for area in drawn[view]:
        if area.slug.startswith(("hand", "foot", "forearm", "shin")) and area.slug != "forearm-back":
            x0, _, x1, _ = area.touched.bounds
            s0, _, s1, _ = area.seen.bounds
            reach = max(s0 - x0, x1 - s1, area.touched.bounds[3] - area.seen.bounds[3])
            assert reach >= 4, (area.slug, area.side)


def test_p4_both_drawings_together_are_small(drawings: dict[str, Path]) -> None:
    assert sum(len(gzip.compress(path.read_bytes(), 9)) for path in drawings.values()) <= 35_000


@pytest.mark.parametrize("view", VIEWS)
def test_a10_the_root_is_decoration_with_the_agreed_frame(view: str, drawings: dict[str, Path]) -> None:
    element = root(drawings[view])
    assert element.get("class") == f"bf bf-{view}"
    assert element.get("viewBox") == "44 4 512 980"
    assert (element.get("aria-hidden"), element.get("focusable")) == ("true", "false")
    assert "role" not in element.attrib


def test_ids_stay_unique_when_both_drawings_stand_in_one_page(drawings: dict[str, Path]) -> None:
    found = {view: set(by_id(root(path))) for view, path in drawings.items()}
    assert not found["front"] & found["back"]
    for view, ids in found.items():
        texts = [e.get("id") for e in root(drawings[view]).iter() if e.get("id")]
        assert len(texts) == len(ids)
        assert all(re.match(rf"bf-({view[0]}-|hatch-(facet|nerve)-{view[0]}m?$)", name) for name in ids)


@pytest.mark.parametrize("view", VIEWS)
def test_every_reference_leads_somewhere(view: str, drawings: dict[str, Path]) -> None:
    text, ids = drawings[view].read_text(encoding="utf-8"), set(by_id(root(drawings[view])))
    assert set(re.findall(r'href="#([^"]+)"', text)) | set(re.findall(r"url\(#([^)]+)\)", text)) <= ids


@pytest.mark.parametrize("view", VIEWS)
def test_a15_the_drawing_holds_no_colour(view: str, drawings: dict[str, Path]) -> None:
    for element in root(drawings[view]).iter():
        assert not {"fill", "stroke", "style", "color", "stop-color", "opacity"} & set(element.attrib)
        assert element.tag.removeprefix(SVG) in {"svg", "defs", "pattern", "path", "clipPath", "g", "use", "ellipse"}
