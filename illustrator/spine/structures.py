"""Every structure of the spine as a mesh in the world, with what the page needs to know about it."""

import hashlib
import inspect
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from illustrator.drawing.zbuffer import Mesh
from illustrator.spine import atlas_axis, sdf, shape
from illustrator.spine.bone import Model
from illustrator.spine.cervical import cervical
from illustrator.spine.dimensions import THORACIC, VERTEBRAE, read, region, segment
from illustrator.spine.disc import disc
from illustrator.spine.facet_joint import PROUD, PROUD_THORACIC, cartilage
from illustrator.spine.layout import Frame, Spine
from illustrator.spine.lumbar import lumbar
from illustrator.spine.nerve import ROOTS, cauda, cord, leaves_at, root
from illustrator.spine.ribs import rib
from illustrator.spine.sacrum import coccyx, sacrum
from illustrator.spine.thoracic import thoracic

CACHE = Path(__file__).parents[2] / "build" / "meshes"


@dataclass(frozen=True)
class Structure:
    """What a mesh is. kind: bone, rib, disc, facet, nerve or cord; level: segment of data/levels.csv or empty."""

    kind: str
    region: str
    level: str = ""
    bone: str = ""
    side: str = ""

    @property
    def name(self) -> str:
        """Name in ids: `vertebra-L4`, `facet-L4-5-left`."""
        kind = "vertebra" if self.kind == "bone" else self.kind
        return "-".join(word for word in (kind, self.bone or self.level, self.side) if word)


@dataclass(frozen=True)
class Job:
    """A structure still to be meshed: its shape and frame, the grid step (mm), whether it has a right twin."""

    structure: Structure
    model: Model
    frame: Frame
    step: float
    twin: bool = False


WORLD = Frame(np.zeros(3), 0.0)


def vertebra(spine: Spine, name: str) -> Model:
    """The shape of a vertebra, C1 to L5."""
    if name == "C1":
        return atlas_axis.atlas(spine)
    if name == "C2":
        return atlas_axis.axis(spine)
    if name[0] == "C":
        return cervical(spine, name)
    return lumbar(spine, name) if name[0] == "L" or name == "T12" else thoracic(spine, name)


def jobs(spine: Spine, coarse: float = 1.0) -> Iterator[Job]:
    """Everything to be meshed, bones first; coarse multiplies the grid steps."""
    atlas, sacral = spine.frames["C1"], spine.frames["S1"]
    yield Job(Structure("bone", "cervical", bone="C0"), atlas_axis.skull(spine), atlas, 0.5 * coarse)
    for name in VERTEBRAE:
        fine = 0.42 if name[0] == "C" else 0.55
        yield Job(Structure("bone", region(name), bone=name), vertebra(spine, name), spine.frames[name], fine * coarse)
    yield Job(Structure("bone", "lumbar", bone="S1"), sacrum(spine), sacral, 0.65 * coarse)
    yield Job(Structure("bone", "lumbar", bone="Co"), coccyx(spine), sacral, 0.45 * coarse)
    for name in THORACIC:
        yield Job(
            Structure("rib", "thoracic", bone=name, side="left"),
            rib(spine, name),
            spine.frames[name],
            0.45 * coarse,
            twin=True,
        )
    for name in ("C0", *VERTEBRAE):
        level, where = segment(name), region(name)
        if name in ("C0", "C1"):
            joint, frame = atlas_axis.upper_joint(spine, name), atlas
        else:
            yield Job(Structure("disc", where, level), disc(spine, name), spine.discs[name], 0.5 * coarse)
            joint, frame = spine.joint_under(name, name), spine.frames[name]
        yield Job(
            Structure("facet", where, level, side="left"),
            cartilage(joint, PROUD_THORACIC if where == "thoracic" else PROUD),
            frame,
            0.35 * coarse,
            twin=True,
        )
    for name in ROOTS:
        where = region(name)
        known = name not in ("S3", "S4")  # drawn, but no level of their own in the data
        structure = Structure("nerve", where, leaves_at(name) if known else "", "" if known else name, "left")
        yield Job(structure, root(spine, name), WORLD, 0.4 * coarse, twin=True)
    yield Job(Structure("cord", "cervical", bone="cord"), cord(spine), WORLD, 0.7 * coarse)
    yield Job(Structure("cord", "lumbar", bone="cauda"), cauda(spine), WORLD, 0.7 * coarse)


@cache
def _code_key() -> bytes:
    """Changes when the code that turns solids into a mesh changes."""
    return Path(sdf.__file__).read_bytes() + inspect.getsource(shape.Shape.mesh).encode()


def mesh(job: Job) -> Mesh:
    """The mesh of a job in the world, from the cache if these very solids were meshed before."""
    model = job.model
    box = np.array([*model.low, *model.high, job.step])
    key = hashlib.sha256(_code_key() + model.shape.solids().tobytes() + box.tobytes()).hexdigest()[:24]
    path = CACHE / f"{key}.npz"
    if path.exists():
        with np.load(path) as kept:
            own = Mesh(kept["v"], kept["f"], kept["n"], kept["p"])
    else:
        own = model.shape.mesh(model.low, model.high, job.step)
        CACHE.mkdir(parents=True, exist_ok=True)
        np.savez(path, v=own.vertices, f=own.faces, n=own.normals, p=own.parts)
    turned = Frame(np.zeros(3), job.frame.tilt)
    return Mesh(job.frame.out(own.vertices), own.faces, turned.out(own.normals), own.parts)


def mirrored(left: Mesh) -> Mesh:
    """The same structure on the other side of the body."""
    flip = np.array([-1.0, 1, 1])
    return Mesh(left.vertices * flip, left.faces[:, ::-1], left.normals * flip, left.parts)


def build(wanted: Callable[[Structure], bool] = lambda _: True, coarse: float = 1.0) -> dict[Structure, Mesh]:
    """Meshes of the wanted structures, both sides, in a fixed order; two processes share the work."""
    todo = [job for job in jobs(Spine(read()), coarse) if wanted(job.structure)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        done = list(pool.map(mesh, todo, chunksize=1))
    built = {}
    for job, left in zip(todo, done, strict=True):
        built[job.structure] = left
        if job.twin:
            s = job.structure
            built[Structure(s.kind, s.region, s.level, s.bone, "right")] = mirrored(left)
    return built


def odontoid_mesh() -> Mesh:
    """The odontoid alone, in the world: in the side view the atlas hides it, and its outline is hinted at."""
    spine = Spine(read())
    frame, peg = spine.frames["C2"], shape.Shape()
    atlas_axis.odontoid(peg, frame.height)
    model = Model(peg, (-8, -8, frame.height / 2 - 10), (8, 8, frame.height / 2 + 20))
    return mesh(Job(Structure("bone", "cervical", bone="dens"), model, frame, 0.5))
