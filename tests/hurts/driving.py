"""Read off the page what a person sees after choosing areas."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

# For each choice: enter its address without a reload, wait for its chips and, after them, its plate; read the rows.
ANSWERS = """async (choices) => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const title = (row) => {
    let before = row.closest(".found").previousElementSibling;
    while (before.matches(".found")) before = before.previousElementSibling;
    return before.tagName === "H2" ? before.textContent : "";
  };
  const read = () => ({
    chips: all("#detail .chip").map((one) => one.dataset.toggle.replace(/\\.mid$/, "")),
    rows: all("#detail .fit").map((one) => {
      const { pick: node, part, match: mark } = one.dataset;
      return { node, part, mark, title: title(one) };
    }),
    pins: Object.fromEntries(
      all("#spine-view [data-pin][data-match]").map((one) => [one.dataset.pin, one.dataset.match]),
    ),
    nodes: all("#spine-view [data-node][data-match]:not([data-part])").map((one) => one.dataset.node),
    said: document.getElementById("announcer").textContent,
  });
  const answers = [];
  for (const hurts of choices) {
    history.pushState(null, "", `/?hurts=${hurts.join(",")}`);
    dispatchEvent(new PopStateEvent("popstate"));
    const begun = performance.now();
    const chips = () => all("#detail .chip").map((one) => one.dataset.toggle.replace(/\\.mid$/, "")).join();
    const plate = () => document.querySelector("#spine-view > *").dataset.plate.split("-")[1] ?? "";
    const there = () => chips() === hurts.join() && plate() === spine.regionOf(spine.now().at);
    while (!there() && performance.now() - begun < 5000) await new Promise(requestAnimationFrame);
    answers.push(read());
  }
  return answers;
}"""


def answers(page: Page, choices: list[list[str]]) -> list[dict[str, Any]]:
    """What the page shows for each choice of places."""
    found: list[dict[str, Any]] = page.evaluate(ANSWERS, choices)
    return found


def first_signs(page: Page) -> list[str]:
    """Ids of the warnings that stand before the answer."""
    ids: list[str] = page.evaluate(
        "[...document.querySelectorAll('#detail .first-signs [data-flag]')].map((one) => one.dataset.flag)"
    )
    return ids


def hurts(page: Page) -> list[str]:
    """The places in the address."""
    told: str = page.evaluate("new URLSearchParams(location.search).get('hurts') ?? ''")
    return [place for place in told.split(",") if place]
