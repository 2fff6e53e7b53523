"""Pixels of screenshots, decoded by a browser page."""

from __future__ import annotations

import base64

from playwright.sync_api import Browser

# Two PNG files -> how many pixels differ by more than `most` in a channel.
COMPARED = """async ([one, other, most]) => {
  const pixels = async (told) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${told}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height);
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
    blank = browser.new_page()
    told = [*(base64.b64encode(png).decode() for png in (one, other)), most]
    found: int = blank.evaluate(COMPARED, told)
    blank.close()
    return found
