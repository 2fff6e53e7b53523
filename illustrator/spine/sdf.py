"""Signed distance functions: a structure is a list of simple solids joined, cut and blended (mm, negative inside).

Seven solids do everything: tapered elliptic capsule, super-ellipsoid, sheared box, vertebral body, half-space,
elliptic ring and sagittal ribbon. Blends are the polynomial smooth minimum (Quilez).
"""

import math

import numpy as np

from illustrator.drawing.arrays import Floats, Ints, compiled

SIZE = 120  # numbers per solid
KIND, OP, PART, BLEND, DATA = 0, 1, 2, 3, 4


@compiled
def _superellipsoid(u: float, v: float, s: float, ru: float, rv: float, rs: float, n: float) -> float:
    """First-order distance (q - 1) / |grad q| of a generalised ellipsoid with exponent n."""
    au, av, az = abs(u) / ru, abs(v) / rv, abs(s) / rs
    total = au**n + av**n + az**n + 1e-12
    q = total ** (1.0 / n)
    if q <= 0.05:
        return -min(ru, min(rv, rs))
    f = q / total
    gu = f * (au ** (n - 1.0)) / ru
    gv = f * (av ** (n - 1.0)) / rv
    gs = f * (az ** (n - 1.0)) / rs
    slope = math.sqrt(gu * gu + gv * gv + gs * gs) + 1e-9
    return float((q - 1.0) / slope)


@compiled
def _smoothstep(a: float, b: float, x: float) -> float:
    t = min(max((x - a) / (b - a), 0.0), 1.0)
    return t * t * (3 - 2 * t)


@compiled
def _capsule(p: Floats, x: float, y: float, z: float) -> float:
    dx, dy, dz = x - p[4], y - p[5], z - p[6]
    s = dx * p[15] + dy * p[16] + dz * p[17]
    u = dx * p[18] + dy * p[19] + dz * p[20]
    v = dx * p[21] + dy * p[22] + dz * p[23]
    length = p[24]
    t = min(max(s / length, 0.0), 1.0)
    arch = 4 * t * (1 - t)
    v -= p[26] * arch
    waist = 1 - p[28] * arch
    ru = (p[10] + (p[12] - p[10]) * t) * waist
    rv = (p[11] + (p[13] - p[11]) * t) * waist
    return _superellipsoid(u, v, s - t * length, ru, rv, p[25] * min(ru, rv), p[14])


@compiled
def _ellipsoid(p: Floats, x: float, y: float, z: float) -> float:
    dx, dy, dz = x - p[4], y - p[5], z - p[6]
    u = dx * p[10] + dy * p[11] + dz * p[12]
    v = dx * p[13] + dy * p[14] + dz * p[15]
    w = dx * p[16] + dy * p[17] + dz * p[18]
    u -= p[20] * v * v  # bend: a plate that curves as it widens
    return _superellipsoid(u, v, w, p[7], p[8], p[9], p[19])


@compiled
def _sheared_box(p: Floats, x: float, y: float, z: float) -> float:
    dx, dy = x - p[4], y - p[5]
    dz = z - p[6] - dy * p[10]
    r = p[11]
    lean = 1.0 / math.sqrt(1 + p[10] * p[10])
    qx, qy, qz = abs(dx) - p[7] + r, abs(dy) - p[8] + r, (abs(dz) - p[9]) * lean + r
    mx, my, mz = max(qx, 0.0), max(qy, 0.0), max(qz, 0.0)
    return float(math.sqrt(mx * mx + my * my + mz * mz) + min(max(qx, max(qy, qz)), 0.0) - r)


@compiled
def _body(p: Floats, x: float, y: float, z: float) -> float:
    a_up, a_low, b_up, b_low, h_post, h_ant = p[4], p[5], p[6], p[7], p[8], p[9]
    waist_w, waist_d, n_front, n_back = p[10], p[11], p[12], p[13]
    dish, dent, uncus, lip, rounding, rim, power = p[14], p[15], p[16], p[17], p[18], p[19], p[20]
    depth = b_up + b_low
    height = 0.5 * (h_ant + h_post) + min(max(y / depth, -0.7), 0.7) * (h_ant - h_post)
    t = min(max(z / (0.5 * height), -1.0), 1.0)
    m = 0.5 * (t + 1)
    a, b = a_low + (a_up - a_low) * m, b_low + (b_up - b_low) * m
    w = 1 - t * t
    narrow = w**power if w > 0 else 0.0
    flare = rim * (abs(t) ** 10)
    at, bt = a * (1 - waist_w * narrow) + flare, b * (1 - waist_d * narrow) + flare
    n, yl = n_front, y
    if y < 0:
        n = n_back
        bt = b * (1 - 0.45 * waist_d * narrow) + 0.4 * flare
        hollow = 1 - (x / (0.62 * a)) ** 2
        if hollow > 0:
            yl = y * (1 + dent * hollow)
    f = ((abs(x) / at) ** n + (abs(yl) / bt) ** n) ** (1.0 / n) + 1e-9
    side = -min(at, bt) if f < 0.08 else math.sqrt(x * x + y * y) * (1 - 1 / f)
    half = 0.5 * height - dish * (1 - min(f * f, 1.0))
    ax = min(abs(x) / at, 1.1)
    if z > 0:
        half += uncus * _smoothstep(0.45, 1.0, ax) * (1.0 - 0.5 * _smoothstep(-0.1, 0.9, y / bt))
        if uncus > 0:
            half -= 0.35 * uncus * _smoothstep(0.1, 1.0, y / bt)
    else:
        half += lip * _smoothstep(0.1, 1.0, y / bt)
    end = abs(z) - half
    blend = max(rounding - abs(side - end), 0.0)
    return float(max(side, end) + blend * blend * 0.25 / rounding)


@compiled
def _ring(p: Floats, x: float, y: float, z: float) -> float:
    dx, dy, dz = x - p[4], y - p[5], z - p[6]
    rx, ry = p[7], p[8]
    q = math.sqrt((dx / rx) ** 2 + (dy / ry) ** 2) + 1e-9
    g = math.sqrt((dx / (rx * rx)) ** 2 + (dy / (ry * ry)) ** 2) / q + 1e-9
    d = _superellipsoid((q - 1) / g, dz, 0.0, p[9], p[10], 1.0, 2.5)
    return float(max(max(d, p[11] - dy), dy - p[12]))


@compiled
def _ribbon(p: Floats, x: float, y: float, z: float) -> float:
    nodes = int(p[4])
    best, at_t, at_v, past, at = 1e9, 0.0, 0.0, 0.0, 0
    for i in range(nodes - 1):
        q = 8 + 4 * i
        ay, az = p[q], p[q + 1]
        by, bz = p[q + 4] - ay, p[q + 5] - az
        square = by * by + bz * bz
        free = ((y - ay) * by + (z - az) * bz) / square
        t = min(max(free, 0.0), 1.0)
        cy, cz = y - ay - t * by, z - az - t * bz
        d = cy * cy + cz * cz
        if d < best:
            length = math.sqrt(square)
            best, at_t, at = d, t, i
            at_v = ((z - az) * by - (y - ay) * bz) / length
            past = 0.0
            if i == 0 and free < 0:
                past = free * length
            if i == nodes - 2 and free > 1:
                past = (free - 1) * length
    q = 8 + 4 * at
    width = p[q + 2] + (p[q + 6] - p[q + 2]) * at_t
    thick = p[q + 3] + (p[q + 7] - p[q + 3]) * at_t
    return _superellipsoid(x, at_v, past, width, thick, p[6], p[5])


@compiled
def _solid(p: Floats, x: float, y: float, z: float) -> float:
    kind = int(p[0])
    if kind == 1:
        return _capsule(p, x, y, z)
    if kind == 2:
        return _ellipsoid(p, x, y, z)
    if kind == 3:
        return _sheared_box(p, x, y, z)
    if kind == 4:
        return _body(p, x, y, z)
    if kind == 5:
        return float(x * p[4] + y * p[5] + z * p[6] - p[7])
    if kind == 6:
        return _ring(p, x, y, z)
    return _ribbon(p, x, y, z)


@compiled
def distance(solids: Floats, x: float, y: float, z: float, mirrored: bool) -> tuple[float, int]:
    """Signed distance (mm) at a point and the label of the nearest joined solid."""
    if mirrored:
        x = abs(x)
    d, part, nearest = 1e3, 0, 1e3
    for i in range(solids.shape[0]):
        p = solids[i]
        e = _solid(p, x, y, z)
        op, k = int(p[1]), p[3]
        if op == 0:
            if e < nearest:
                nearest, part = e, int(p[2])
            blend = max(k - abs(d - e), 0.0)
            d = min(d, e) - (blend * blend * 0.25 / k if k > 0 else 0.0)
        elif op == 3:
            if e < 0:
                part = int(p[2])
        else:
            e = -e if op == 1 else e
            blend = max(k - abs(d - e), 0.0)
            d = max(d, e) + (blend * blend * 0.25 / k if k > 0 else 0.0)
    return d, part


@compiled
def on_grid(solids: Floats, xs: Floats, ys: Floats, zs: Floats, mirrored: bool) -> Floats:
    """Distances on a grid, (len(xs), len(ys), len(zs)). A coarse cell far from the surface is not refined."""
    nx, ny, nz = xs.size, ys.size, zs.size
    out = np.empty((nx, ny, nz), np.float32)
    cell = 4
    step = xs[1] - xs[0]
    reach = 1.8 * cell * step + 3.0
    for bi in range(0, nx, cell):
        for bj in range(0, ny, cell):
            for bk in range(0, nz, cell):
                ei, ej, ek = min(bi + cell, nx), min(bj + cell, ny), min(bk + cell, nz)
                mid = distance(
                    solids, xs[(bi + ei - 1) // 2], ys[(bj + ej - 1) // 2], zs[(bk + ek - 1) // 2], mirrored
                )[0]
                far = abs(mid) > reach
                for i in range(bi, ei):
                    for j in range(bj, ej):
                        for k in range(bk, ek):
                            out[i, j, k] = mid if far else distance(solids, xs[i], ys[j], zs[k], mirrored)[0]
    return out


@compiled
def normals_and_parts(solids: Floats, points: Floats, mirrored: bool, h: float) -> tuple[Floats, Ints]:
    """Unit gradients (n, 3) at points (n, 3), by central differences of h mm, and the part label just inside."""
    normals = np.empty((points.shape[0], 3))
    parts = np.empty(points.shape[0], np.int32)
    for i in range(points.shape[0]):
        x, y, z = points[i, 0], points[i, 1], points[i, 2]
        gx = distance(solids, x + h, y, z, mirrored)[0] - distance(solids, x - h, y, z, mirrored)[0]
        gy = distance(solids, x, y + h, z, mirrored)[0] - distance(solids, x, y - h, z, mirrored)[0]
        gz = distance(solids, x, y, z + h, mirrored)[0] - distance(solids, x, y, z - h, mirrored)[0]
        m = math.sqrt(gx * gx + gy * gy + gz * gz) + 1e-12
        normals[i, 0], normals[i, 1], normals[i, 2] = gx / m, gy / m, gz / m
        parts[i] = distance(solids, x - 0.05 * gx / m, y - 0.05 * gy / m, z - 0.05 * gz / m, mirrored)[1]
    return normals, parts
