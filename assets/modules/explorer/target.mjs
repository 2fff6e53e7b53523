/* The smallest control on this screen, px: a button's computed height is a number where the style's own is a sum. */
export const smallestTarget = () => parseFloat(getComputedStyle(document.querySelector("#top .pill")).minHeight);
