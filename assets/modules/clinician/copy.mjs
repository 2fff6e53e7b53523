/* The button that copies the sentence beside it; where the browser does not let it, the sentence is selected. */
import { around } from "../state/find.mjs";

document.addEventListener("click", async (event) => {
  const button = around(event, "[data-copy]");
  const sentence = button?.parentElement?.querySelector("p");
  const answer = button?.parentElement?.querySelector("[role=status]");
  if (!button || !sentence || !answer) return;
  try {
    await navigator.clipboard.writeText(sentence.textContent ?? "");
    answer.textContent = button.dataset.copied ?? "";
  } catch {
    getSelection()?.selectAllChildren(sentence);
    answer.textContent = button.dataset.selected ?? "";
  }
});
