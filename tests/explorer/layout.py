"""What may be too small, cut off or moving on the screen, found inside the page."""

SEEN = """const seen = (one) => one.getClientRects().length && !one.closest("[inert]") &&
  getComputedStyle(one).visibility !== "hidden";"""

# Controls smaller than `least` px in either direction, but those that match an exception.
SMALL = (
    "([least, exceptions]) => {"
    + SEEN
    + """
  const controls = document.querySelectorAll("button, a[href], summary, input, select, [role=button], [role=tab]");
  return [...controls].filter((one) => seen(one) && !exceptions.some((name) => one.matches(name))).map((one) => {
    const box = one.getBoundingClientRect();
    const name = (one.ariaLabel || one.textContent).trim().slice(0, 30) || one.id;
    return [name, Math.round(box.width * 10) / 10, Math.round(box.height * 10) / 10];
  }).filter(([, width, height]) => Math.min(width, height) < least);
}"""
)

# Texts that leave their button, the screen's width or a box that hides what does not fit.
CUT = (
    "() => {"
    + SEEN
    + """
  const UNSEEN = "script, style, .visually-hidden, .skip, [aria-hidden=true]";
  // Words for a screen reader alone stand in a box of one pixel.
  const narrow = (one) => one.getBoundingClientRect().width <= 1 && getComputedStyle(one).overflowX === "hidden";
  const forReaders = (one) => narrow(one) || (one !== document.body && forReaders(one.parentElement));
  const cut = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const owner = text.parentElement;
    if (!text.data.trim() || !seen(owner) || owner.closest(UNSEEN) || forReaders(owner)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (!box.width) continue;
    const air = 1.5 + parseFloat(getComputedStyle(owner).fontSize) * 0.15; // above and below the letters of a line
    const told = (why) => cut.push(`${text.data.trim().slice(0, 40)}: ${why}`);
    if (box.left < -1 || box.right > innerWidth + 1) told("outside the screen");
    for (let one = owner; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      const edge = one.getBoundingClientRect();
      const wide = box.left < edge.left - 1.5 || box.right > edge.right + 1.5;
      const high = box.top < edge.top - air || box.bottom > edge.bottom + air;
      if (one.matches("button, a") && (wide || high)) told("leaves its button");
      if (wide && style.overflowX !== "visible") told(`cut at the side by ${one.id || one.className}`);
      if (high && ["hidden", "clip"].includes(style.overflowY)) told(`cut in height by ${one.id || one.className}`);
      if (["auto", "scroll"].includes(style.overflowY)) break;
    }
  }
  return [...new Set(cut)];
}"""
)

# Texts whose font is smaller than `least` px on the screen, also inside drawings.
SMALL_TEXT = (
    "(least) => {"
    + SEEN
    + """
  const small = {};
  for (const one of document.querySelectorAll("body *")) {
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !seen(one) || one.closest("script, style, .visually-hidden, .skip")) continue;
    const size = parseFloat(getComputedStyle(one).fontSize) * (one.getScreenCTM?.().a ?? 1);
    const name = `${one.tagName.toLowerCase()}.${one.getAttribute("class") ?? ""}`;
    if (size < least) small[name] = Math.round(size * 10) / 10;
  }
  return small;
}"""
)

# Anything that would move for longer than `most` ms.
MOVING = """(most) => {
  const milliseconds = (one) => parseFloat(one) * (one.trim().endsWith("ms") ? 1 : 1000);
  const ms = (text) => Math.max(...text.split(",").map(milliseconds));
  return [...document.querySelectorAll("body *")].filter((one) => {
    const style = getComputedStyle(one);
    const turning = style.animationName !== "none" ? ms(style.animationDuration) : 0;
    return ms(style.transitionDuration) > most || turning > most || style.scrollBehavior === "smooth";
  }).map((one) => one.id || one.getAttribute("class"));
}"""

# The spacing that a reader may set (WCAG 1.4.12).
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
