/* Cells of CSV: what a spreadsheet would run becomes a text, whatever stands before it; all else stays as it is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf, harmless } from "../../assets/modules/clinician/csv.mjs";

const RUNS = ["=", "+", "-", "@"];
const BEFORE = ["", " ", "   ", "\t", "\n", "\r\n ", "text\n", "text\r"];

/* Seeded, so that a failure can be seen again. */
let seed = 12;
const chance = (below) => {
  seed = (seed * 1103515245 + 12345) % 2 ** 31;
  return seed % below;
};
const SIGNS = [..."=+-@\t\r\n ,;\"'aZ09%()−é"];
const any = () => Array.from({ length: chance(12) }, () => SIGNS[chance(SIGNS.length)]).join("");

test("what begins like a formula gets a quote", () => {
  for (const sign of RUNS)
    for (const before of BEFORE) assert.equal(harmless(`${before}${sign}1`), `'${before}${sign}1`);
  for (const sign of ["\t", "\r"]) assert.equal(harmless(`${sign}x`), `'${sign}x`);
});

test("other cells stay as they are", () => {
  for (const text of ["", "0.5", "a-b", "5 = 5", "(−1 to 2)", "a@b"]) assert.equal(harmless(text), text);
});

test("no cell of any text is run, and each is read back", () => {
  for (let time = 0; time < 3000; time += 1) {
    const text = any();
    const made = harmless(text);
    assert.ok(!/^[\t\r]|(?:^|[\r\n])\s*[=+\-@]/.test(made) || made.startsWith("'"));
    assert.equal(made.replace(/^'/, ""), text.startsWith("'") && made === text ? text.slice(1) : text);
    const [, cell] = /^"((?:[^"]|"")*)"\r\n$/.exec(csvOf([[text]])) ?? [];
    assert.equal(cell?.replaceAll('""', '"'), made);
  }
});
