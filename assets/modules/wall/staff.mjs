/* For staff: five touches on the app's name open the status; from there the screen can be locked for cleaning. */
import { around, find, findDialog } from "../state/find.mjs";

const root = document.documentElement;
const status = findDialog("#status");
const cleaning = findDialog("#cleaning");
/** @typedef {Record<"status" | "data" | "release" | "data_version" | "loaded_at", string> & { uptime_seconds: number }} Health */
const TOUCHES = 5;
const WITHIN = 4000;
const LOCKED = 30;

/** @type {number[]} */
let times = [];
find("#top .word").addEventListener("click", () => {
  times = [...times, performance.now()].slice(-TOUCHES);
  if (times.length < TOUCHES || times[TOUCHES - 1] - times[0] > WITHIN) return;
  times = [];
  status.showModal();
  fill();
});

/** @type {(name: string, value: string) => void} */
const put = (name, value) => {
  find(`[data-fact=${name}]`, status).textContent = value;
};
/** @param {number} seconds */
const lasting = (seconds) => `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
const fill = async () => {
  put("page", lasting(performance.now() / 1000));
  /** @type {Health | null} */
  const told = await fetch("health", { cache: "no-store" })
    .then((answer) => answer.json())
    .catch(() => null);
  put("health", told ? `${told.status}, ${told.data}` : "-");
  put("release", told?.release ?? "-");
  put("data", told ? `${told.data_version}, ${told.loaded_at.replace("T", " ").slice(0, 16)} UTC` : "-");
  put("uptime", told ? lasting(told.uptime_seconds) : "-");
};

let timer = 0;
const clean = () => {
  const begun = performance.now();
  const count = () => {
    const left = Math.ceil(LOCKED - (performance.now() - begun) / 1000);
    if (left <= 0) return cleaning.close();
    find("[role=timer]", cleaning).textContent = String(left);
    cleaning.style.setProperty("--left", String(left / LOCKED));
  };
  status.close();
  cleaning.showModal();
  count();
  timer = setInterval(count, 250);
};
cleaning.addEventListener("close", () => clearInterval(timer));
for (const name of ["cancel", "keydown"]) cleaning.addEventListener(name, (event) => event.preventDefault());

document.addEventListener("click", (event) => {
  const button = around(event, "[data-wall]");
  const wanted = button?.dataset.wall;
  if (wanted === "clean") clean();
  if (wanted === "close") status.close();
  if (wanted !== "reach") return;
  button?.setAttribute("aria-pressed", String(root.toggleAttribute("data-low")));
  dispatchEvent(new Event("resize")); // what fits has changed
});
