"""Pixels of screenshots, decoded by a browser page."""

from __future__ import annotations

import base64
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, Page

_blank: WeakKeyDictionary[Browser, Page] = WeakKeyDictionary()  # the page that decodes, one a browser
Box = tuple[float, float, float, float]

# Two PNG files -> how many pixels differ by more than `most` in a channel.
COMPARED = """async ([one, other, most, clip]) => {
  const pixels = async (told) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${told}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(...(clip ?? [0, 0, image.width, image.height]).map(Math.round));
  };
  const [a, b] = [await pixels(one), await pixels(other)];
  if (a.width !== b.width || a.height !== b.height) return -1;
  let differing = 0;
  for (let at = 0; at < a.data.length; at += 4)
    if ([0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > most)) differing += 1;
  return differing;
}"""


def differing(browser: Browser, one: bytes, other: bytes, most: int = 0) -> int:
    """How many pixels of two PNG files differ by more than `most` (of 255) in a channel; -1 when the sizes differ.

    The edges of a drawing are painted in parts at the same time and vary by some units from one painting to the next.
    """
    return _counted(browser, COMPARED, one, other, most)


def _counted(browser: Browser, script: str, one: bytes, other: bytes, limit: float, clip: Box | None = None) -> int:
    blank = _blank.get(browser)
    if not blank:
        blank = _blank[browser] = browser.new_page()
    told = [*(base64.b64encode(png).decode() for png in (one, other)), limit, clip]
    found: int = blank.evaluate(script, told)
    return found


# Two PNG files -> how many pixels stand out by at least `ratio` from what they were (WCAG 2.2 contrast).
STANDING_OUT = COMPARED.replace(
    "if ([0, 1, 2].some((channel) => Math.abs(a.data[at + channel] - b.data[at + channel]) > most)) differing += 1;",
    "if (contrast(light(a.data, at), light(b.data, at)) >= most) differing += 1;",
).replace(
    "const pixels",
    """const part = (byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
  const light = (data, at) => 0.2126 * part(data[at]) + 0.7152 * part(data[at + 1]) + 0.0722 * part(data[at + 2]);
  const contrast = (one, two) => (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  const pixels""",
    1,
)


def standing_out(browser: Browser, one: bytes, other: bytes, ratio: float = 3.0, clip: Box | None = None) -> int:
    """How many pixels of the second PNG file have a contrast of `ratio` or more to the same place in the first.

    `clip`: x, y, width, height in pixels of what is looked at.
    """
    return _counted(browser, STANDING_OUT, one, other, ratio, clip)


# A PNG file -> how many of its pixels are nearly black, as a share.
DARK = """async (told) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${told}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, image.width, image.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (Math.max(data[at], data[at + 1], data[at + 2]) < 16) dark += 1;
  return (4 * dark) / data.length;
}"""


def dark(browser: Browser, png: bytes) -> float:
    """The share of pixels of a PNG file that are nearly black."""
    blank = _blank.get(browser)
    if not blank:
        blank = _blank[browser] = browser.new_page()
    found: float = blank.evaluate(DARK, base64.b64encode(png).decode())
    return found
