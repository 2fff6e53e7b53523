"""Open the wall screen, wake it, use it."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.support.watched import Watched, until

LIVE = "document.documentElement.hasAttribute('data-live')"
WHOLE = "document.documentElement.hasAttribute('data-whole')"
ASLEEP = "document.getElementById('attract').open && document.documentElement.hasAttribute('data-attract')"
AWAKE = "!document.querySelector('dialog[open]') && !document.documentElement.hasAttribute('data-attract')"
# All that a visitor may have left, in one plain object. `#state` only hands the address to Dash.
STATE = """async () => {
  const attributes = (one) => [...one.attributes].map((told) => `${told.name}=${told.value}`).sort();
  const all = [...document.querySelectorAll("*")];
  const words = (one) => (one.childElementCount ? "" : one.textContent);
  const line = (one) => [one.tagName, ...attributes(one), words(one)].join(" ");
  const told = (selector) => [...document.querySelectorAll(selector)].map(line);
  return {
    url: location.href,
    history: [history.length, history.state],
    stores: [localStorage, sessionStorage].map((one) => Object.entries(one)),
    cookies: document.cookie,
    databases: await indexedDB.databases(),
    html: attributes(document.documentElement).filter((one) => one !== "style="),
    title: document.title,
    screen: told(".screen *:not(#state)"),
    dialogs: [...document.querySelectorAll("dialog")].map((one) => `${one.id} ${one.open}`),
    player: told("#player, #player *"),
    audio: [spine.speaking?.() ?? false, CSS.highlights.size],
    ticks: [...spine.ticks],
    focus: document.activeElement.outerHTML.slice(0, 120),
    scrolled: all.filter((one) => one.scrollTop || one.scrollLeft).map((one) => one.id || one.className),
  };
}"""

MIDDLE = """((selector) => {
  const boxes = [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
  const box = boxes.find((one) => one.width);
  return box && [box.x + box.width / 2, box.y + box.height / 2];
})"""


def sleeping(page: Watched, path: str = "/?kiosk=1", *, clock: bool = False, **options: object) -> Page:
    """A wall screen as it stands when nobody is there, all of it fetched. `clock`: time is driven by the test."""
    opened = page("/?at=lumbar" if clock else path, ready=None, touch=True, **options)
    if clock:
        opened.clock.install()
        home = "{0.scheme}://{0.netloc}".format(urlsplit(opened.url))
        opened.goto(home + path)
    until(opened, f"{LIVE} && {WHOLE}", seconds=60)
    return opened


def wake(opened: Page) -> Page:
    """The first touch."""
    opened.touchscreen.tap(300, 300)
    until(opened, AWAKE)
    return opened


def open_wall(page: Watched, path: str = "/?kiosk=1", **options: object) -> Page:
    """A wall screen that somebody has just touched."""
    return wake(sleeping(page, path, **options))  # type: ignore[arg-type]


def touch(opened: Page, selector: str) -> None:
    """A finger in the middle of the first visible match, as soon as there is one."""
    until(opened, f"{MIDDLE}(`{selector}`)")
    opened.touchscreen.tap(*opened.evaluate(MIDDLE, selector))


def seconds(opened: Page, count: int) -> None:
    """Let time pass, of a page opened with `clock`."""
    opened.clock.run_for(count * 1000)
