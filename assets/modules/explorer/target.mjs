/* The smallest control on this screen, px: a button's computed height is a number where the style's own is a sum. */
import { find } from "../state/find.mjs";

export const smallestTarget = () => parseFloat(getComputedStyle(find("#top .pill")).minHeight);
