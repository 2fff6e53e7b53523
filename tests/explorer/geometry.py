"""Where things lie on the screen, measured inside the page."""

# Boxes that must not move: both panes, the visible plate and both figures.
BOXES = """() => Object.fromEntries(
  [["spine", "#spine-view"], ["plate", "#spine-view"], ["body", "#body-view"],
   ["front", "#body-view [data-face=front]"], ["behind", "#body-view [data-face=back]"]]
    .map(([name, selector]) => {
      const box = document.querySelector(selector).getBoundingClientRect();
      return [name, [box.x, box.y, box.width, box.height]];
    }))"""

# Levels, regions, joints and nerves of the plate on screen, with their boxes.
TARGETS = """() => [...document.querySelectorAll("#spine-view [data-node]")].map((one) => {
  const box = one.getBoundingClientRect();
  return { node: one.dataset.node, part: one.dataset.part ?? "", width: box.width, height: box.height };
})"""

# Points of a grid over the spine pane that belong to no target, or to two also 2 px around (so not on a border line).
BAD_POINTS = """(step) => {
  const pane = document.getElementById("spine-view").getBoundingClientRect();
  const under = (x, y) =>
    new Set(document.elementsFromPoint(x, y).map((one) => one.closest("[data-node]")).filter(Boolean)).size;
  const shared = (x, y) => [[0, 0], [2, 0], [-2, 0], [0, 2], [0, -2]].every(([dx, dy]) => under(x + dx, y + dy) > 1);
  const bad = [];
  let tried = 0;
  for (let y = pane.top + 3; y < pane.bottom - 3; y += step)
    for (let x = pane.left + 3; x < pane.right - 3; x += step) {
      tried += 1;
      if (!document.elementFromPoint(x, y)?.closest("[data-node]") || shared(x, y)) bad.push([x, y, under(x, y)]);
    }
  return { tried, bad };
}"""

# How many of the points (offsets from the middle of a level's name) belong to that level or a structure of it.
HITS = """(offsets) => {
  const rows = document.querySelectorAll("#spine-view [data-row]");
  const node = (x, y) => document.elementFromPoint(x, y)?.closest("[data-node]")?.dataset.node;
  return [...rows].map((row) => {
    const box = row.querySelector(".tag").getBoundingClientRect();
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    const hit = offsets.filter(([dx, dy]) => node(x + dx, y + dy) === row.dataset.row);
    return [row.dataset.row, hit.length / offsets.length];
  });
}"""
