/* The arithmetic of the page against an oracle, handed in as a file: { facts, cases: [{ kind, plan, wanted }] }. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { changed, listed, reckon } from "../../assets/modules/clinician/plan.mjs";

const { facts, cases } = JSON.parse(readFileSync(process.env.PLAN_CASES, "utf8"));

/* What stands on one side, as the oracle writes it: L3@L4 for a nerve on its bone, else the joint or the root. */
const side = (made, name) =>
  made.points
    .filter((one) => ["both", name].includes(one.side))
    .map(({ point }) => {
      const { nerve, bone } = facts.points[point];
      return point.includes(".") ? `${nerve}@${bone}` : point;
    })
    .sort();

test("levels, nerves with bones, needles, codes, what is completed, what is refused", () => {
  for (const { kind, plan, wanted } of cases) {
    const made = reckon(facts, kind, plan);
    const codes = made.ladders.flatMap((one) => one.codes.map(({ code, units }) => [facts.codes[code].code, units]));
    assert.deepEqual(
      {
        levels: made.done.length,
        refused: made.refused.map(({ level }) => level).sort(),
        left: side(made, "left"),
        right: side(made, "right"),
        needles: made.needles,
        codes: Object.fromEntries(codes),
        completed: made.completed.map((one) => `${one.level}.${one.side}`).sort(),
      },
      wanted,
      `${kind} ${plan}`,
    );
    assert.equal(codes.length, Object.keys(wanted.codes).length, `each code once: ${kind} ${plan}`);
    assert.equal(new Set(made.points.map(({ point }) => point)).size, made.points.length, "each nerve once");
  }
});

test("n joints in a row need n + 1 nerves, and those between feed two", () => {
  let rows = 0;
  for (const { kind, plan, row } of cases) {
    if (!row) continue;
    rows += 1;
    const { done, points, shared } = reckon(facts, kind, plan);
    const first = facts.stops[`${done[0].level}|${kind}`].points.length; // C2-3 has one nerve of its own, which no other has
    assert.equal(points.length, first === 1 && done.length > 1 ? 1 + done.length : first + done.length - 1, plan);
    assert.equal(shared.length, Math.max(0, done.length - 1 - Number(first === 1)), plan);
  }
  assert.ok(rows >= 276);
});

test("flags of the known cases", () => {
  let known = 0;
  for (const { kind, plan, flags } of cases) {
    if (!flags) continue;
    known += 1;
    const found = reckon(facts, kind, plan).flags;
    assert.deepEqual(
      flags.filter((flag) => !found.includes(flag)),
      [],
      `${kind} ${plan}`,
    );
  }
  assert.equal(known, 40);
});

test("a flag appears when, and only when, it is about the plan", () => {
  const has = (kind, plan, flag) => reckon(facts, kind, plan).flags.includes(flag);
  assert.ok(!has("mbb", "L4-5.right", "both-sides"));
  assert.ok(has("mbb", "L4-5.right,L5-S1.both", "sides-differ"));
  assert.ok(has("joint", "L4-5.left,L5-S1.right", "sides-differ"));
  assert.ok(!has("mbb", "L4-5.both,L5-S1.both", "sides-differ"));
  assert.ok(!has("mbb", "L1-2.right,L4-5.right", "level-skipped"));
  assert.ok(!has("joint", "L3-4.right,L5-S1.right", "level-skipped"));
  assert.ok(!has("mbb", "L3-4.right,L4-5.right,L5-S1.right", "level-skipped"));
  assert.ok(!has("mbb", "L4-5.right,L5-S1.right", "third-level"));
  assert.ok(!has("mbb", "T12-L1.right,L2-3.right", "thoracolumbar-session"));
  assert.ok(!has("mbb", "C6-7.right,T1-2.right", "two-regions"), "neck and mid back have the same codes");
  assert.ok(!has("mbb", "C1-2.both", "both-sides"), "what is not done raises nothing");
  assert.deepEqual(reckon(facts, "rfa", "").flags, []);
});

test("a level is added in its place, changed and taken out", () => {
  const plan = changed(facts, "L5-S1.both", "C5-6", "left");
  assert.equal(plan, "C5-6.left,L5-S1.both");
  assert.equal(changed(facts, plan, "L5-S1", "right"), "C5-6.left,L5-S1.right");
  assert.equal(changed(facts, plan, "C5-6", ""), "L5-S1.both");
  assert.equal(changed(facts, "L5-S1.both", "L5-S1", ""), "");
  assert.deepEqual(listed(plan), [
    { level: "C5-6", side: "left" },
    { level: "L5-S1", side: "both" },
  ]);
  assert.deepEqual(listed(""), []);
});
