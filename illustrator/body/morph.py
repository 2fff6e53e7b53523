"""The build of the figure: an adult between the sexes, from weighted shape targets, with a plain chest and groin."""

from collections.abc import Iterator

import numpy as np

from illustrator.body.soften import Skin
from illustrator.body.source import Source, ends, symmetric
from illustrator.drawing.arrays import Floats

ANCESTRIES = ("african", "asian", "caucasian")
SEXES = {"female": 0.63, "male": 0.37}
AGES = {"young": 0.90, "old": 0.10}
MUSCLES = {"averagemuscle": 0.52, "maxmuscle": 0.48}
WEIGHTS = {"averageweight": 0.96, "maxweight": 0.04}
IDEAL_PROPORTIONS = 0.20

# Smaller corrections. Hands and forearms are a little fuller than life: they are touch targets.
DETAILS = {
    "pelvis/bulge-decr": 1.0,
    "torso/torso-muscle-dorsi-incr": 0.20,
    "torso/torso-muscle-pectoral-incr": 0.10,
    "torso/measure-shoulder-dist-decr": 1.0,
    "hip/hip-scale-horiz-incr": 0.15,
    "head/head-scale-vert-incr": 0.10,
    "head/head-scale-horiz-incr": 0.10,
    **{f"arms/{side}-lowerarm-fat-incr": 0.45 for side in "lr"},
    **{f"arms/{side}-upperarm-fat-incr": 0.25 for side in "lr"},
    **{f"hands/{side}-hand-scale-incr": 0.5 for side in "lr"},
    **{f"hands/{side}-hand-fingers-diameter-incr": 0.5 for side in "lr"},
    **{f"expression/units/{kin}/eye-{side}-closure": 1 / 3 for kin in ANCESTRIES for side in ("left", "right")},
}


def recipe(source: Source) -> Iterator[tuple[str, float]]:
    """Every shape target and its weight; the macro targets are blended by the product of their traits."""
    for sex, of_sex in SEXES.items():
        for age, of_age in AGES.items():
            for kin in ANCESTRIES:
                yield f"macrodetails/{kin}-{sex}-{age}", of_sex * of_age / 3
            for muscle, of_muscle in MUSCLES.items():
                for weight, of_weight in WEIGHTS.items():
                    part = of_sex * of_age * of_muscle * of_weight
                    build = f"{sex}-{age}-{muscle}-{weight}"
                    yield f"macrodetails/universal-{build}", part
                    yield f"macrodetails/proportions/{build}-idealproportions", part * IDEAL_PROPORTIONS
                    flat = f"breast/{build}-mincup-maxfirmness"
                    if sex == "female" and (source.folder / "targets" / f"{flat}.target.gz").is_file():
                        yield flat, part
    yield from DETAILS.items()


def _plain_chest(source: Source, skin: Skin, vertices: Floats) -> Floats:
    """Keep a hint of the chest's form and nothing at its tip."""
    moved = source.weights[:, source.bone("breast.L")] + source.weights[:, source.bone("breast.R")]
    chest = skin.of_skin & (moved > 0.12)
    vertices = skin.refill(vertices, chest, 0.75)
    tip = ends(source, vertices, "tail")["breast.L"]
    vertices = skin.flatten(vertices, tip, (0.38, 0.8, 1.15))
    vertices = np.where(vertices[:, :1] > 0, vertices, vertices[source.twin] * [-1, 1, 1])
    return skin.smooth(vertices, chest.astype(float), 4, 0.5)


def _plain_groin(source: Source, skin: Skin, vertices: Floats) -> Floats:
    x, y, z = vertices.T
    hip = vertices[source.joints["joint-l-upper-leg"]].mean(0)
    pelvis = vertices[source.joints["joint-pelvis"]].mean(0)
    crotch = y[skin.of_skin & (abs(x) < 0.05) & (y > hip[1] - 2) & (y < hip[1] + 0.3)].min()
    groin = skin.of_skin & (abs(x) < 0.85) & (y < hip[1] + 0.55) & (y > crotch - 0.5) & (z > pelvis[2] - 0.25)
    return skin.smooth(skin.refill(vertices, groin, 0.9), groin.astype(float), 12, 0.6)


def build(source: Source, skin: Skin) -> Floats:
    """Vertices (n, 3) of the figure in the base mesh's own stance, exactly symmetric."""
    vertices = source.vertices.copy()
    for path, weight in recipe(source):
        vertices += weight * source.target(path)
    vertices = symmetric(source, vertices)
    vertices = _plain_groin(source, skin, _plain_chest(source, skin, vertices))
    of_torso = ("spine", "clavicle", "shoulder01", "breast", "pelvis", "root")
    torso = [k for k, bone in enumerate(source.bones) if bone.startswith(of_torso)]
    share = np.clip(source.weights[:, torso].sum(1) * skin.of_skin, 0, 1)
    return symmetric(source, skin.smooth(vertices, share, 1, 0.5))
