/* Keys of the physician's voice: each does what a tool does. */
import { go, now } from "../state/history.mjs";
import { fetchWing } from "../state/wing.mjs";

document.addEventListener("keydown", async (event) => {
  const { view, lang } = now();
  const typing = event.target instanceof Element && event.target.closest("input, select, textarea");
  if (view !== "clinician" || typing || event.ctrlKey || event.altKey || event.metaKey) return;
  const told = (await fetchWing(lang)).keys[event.key.toLowerCase()];
  if (told) go(Object.fromEntries(new URLSearchParams(told)));
});
