/* The browser's rules against Python's answers, handed in as a file: { site, cases: [{ hurts, found, region }] }. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { rules } from "../../assets/modules/state/rules.mjs";

const { site, cases } = JSON.parse(readFileSync(process.env.RULES_CASES, "utf8"));
const { found, matches, regionFor } = rules(site);

test("which joints and nerves fit, how strongly, in which order", () => {
  for (const { hurts, found: wanted } of cases)
    assert.deepEqual(
      found(hurts).map(({ node, part, all, strength }) => [node, part, all, strength]),
      wanted,
      hurts.join(),
    );
});

test("a level is marked as strongly as the stronger of its parts", () => {
  for (const { hurts, found: wanted } of cases) {
    const marked = {};
    for (const [node, part, all, strength] of wanted) {
      const match = all ? strength : "sometimes";
      marked[`${node}|${part}`] = match;
      if (marked[node] !== "typical") marked[node] = match;
    }
    assert.deepEqual(matches(hurts), marked, hurts.join());
  }
});

test("the region on screen stays while it fits, else one comes that does", () => {
  for (const { hurts, found: wanted } of cases) {
    const regions = new Set(wanted.map(([node]) => site.home[node]));
    for (const shown of ["cervical", "thoracic", "lumbar", ""]) {
      const chosen = regionFor(hurts, shown);
      if (regions.has(shown) || !regions.size) assert.equal(chosen, shown, hurts.join());
      else assert.ok(regions.has(chosen), hurts.join());
    }
  }
});

test("nothing hurts, nothing fits", () => {
  assert.deepEqual(found([]), []);
  assert.deepEqual(matches([]), {});
  assert.equal(regionFor([], "lumbar"), "lumbar");
});
