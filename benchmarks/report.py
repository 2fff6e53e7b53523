"""The measurements as Markdown."""

import os
import platform
import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence

from benchmarks.first_view import Asked, Visit
from benchmarks.taps import Taps


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of `values` do not exceed (nearest rank)."""
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * round(share * 100) // 100) - 1)]


def bytes_table(asked: Sequence[Asked]) -> str:
    """Bytes on the wire by kind, first and second wave."""
    rows: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in asked:
        row = rows[one.kind]
        row[2 if one.later else 0] += 1
        row[3 if one.later else 1] += one.size
    lines = ["| kind | first view: requests | KB | afterwards: requests | KB |", "| --- | ---: | ---: | ---: | ---: |"]
    for kind, (count, size, later_count, later_size) in sorted(rows.items(), key=lambda item: -item[1][1]):
        lines.append(f"| {kind} | {count} | {size / 1000:.1f} | {later_count} | {later_size / 1000:.1f} |")
    count, size, later_count, later_size = (sum(row[place] for row in rows.values()) for place in range(4))
    lines.append(f"| **all** | **{count}** | **{size / 1000:.1f}** | {later_count} | {later_size / 1000:.1f} |")
    return "\n".join(lines)


def visits_table(visits: Mapping[str, Sequence[Visit]]) -> str:
    """Medians over the visits of each kind."""
    lines = ["| visit | first answered touch, ms | LCP, ms | CLS |", "| --- | ---: | ---: | ---: |"]
    for name, seen in visits.items():
        touchable = statistics.median(one.touchable for one in seen)
        lcp = statistics.median(one.lcp for one in seen)
        lines.append(f"| {name} | {touchable:.0f} | {lcp:.0f} | {max(one.cls for one in seen):.3f} |")
    return "\n".join(lines)


def taps_table(taps: Mapping[str, Taps]) -> str:
    """Finger up to the first painted change, and to the painted answer."""
    lines = [
        "| way, processor | touches | first change, ms | p95 | answer, ms | p95 | longest | INP |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, one in taps.items():
        cells = [
            len(one.answer),
            statistics.median(one.first),
            percentile(one.first, 0.95),
            statistics.median(one.answer),
            percentile(one.answer, 0.95),
            max(one.answer),
            one.inp,
        ]
        lines.append(f"| {name} | {' | '.join(f'{cell:.0f}' for cell in cells)} |")
    return "\n".join(lines)


def report(
    browser: str, asked: Sequence[Asked], visits: Mapping[str, Sequence[Visit]], taps: Mapping[str, Taps]
) -> str:
    """The whole page."""
    visit_count = max(len(seen) for seen in visits.values())
    return f"""# Size and speed

Made by `make bench`: Chromium {browser}, headless, 1080 x 1920; server on the same machine ({platform.system()},
{os.cpu_count()} cores). Bytes are those on the wire, headers included.
"Afterwards" is asked for after the load event, without a touch.

## First view

{bytes_table(asked)}

{visits_table(visits)}

"First answered touch": somebody touches the low back from the first moment on; the time from the start of the visit
until the answer has been painted. Medians of {visit_count} visits; CLS is the worst of them.

## A touch

{taps_table(taps)}

Medians and 95th percentiles, from finger up until the frame is handed over that first shows a change, and the one that
shows the changed answer. One frame is 16.7 ms. Forward: every level of every region, joint and nerve. Backward: places
in every part of the body, the levels that can cause pain there, and one place taken away again.
"""
