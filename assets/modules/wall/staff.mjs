/* For staff: five touches on the app's name open the status; from there the screen can be locked for cleaning. */

const root = document.documentElement;
const status = document.getElementById("status");
const cleaning = document.getElementById("cleaning");
const TOUCHES = 5;
const WITHIN = 4000;
const LOCKED = 30;

let times = [];
document.querySelector("#top .word").addEventListener("click", () => {
  times = [...times, performance.now()].slice(-TOUCHES);
  if (times.length < TOUCHES || times[TOUCHES - 1] - times[0] > WITHIN) return;
  times = [];
  status.showModal();
  fill();
});

const put = (name, value) => (status.querySelector(`[data-fact=${name}]`).textContent = value);
const lasting = (seconds) => `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
const fill = async () => {
  put("page", lasting(performance.now() / 1000));
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
    cleaning.querySelector("[role=timer]").textContent = left;
    cleaning.style.setProperty("--left", left / LOCKED);
  };
  status.close();
  cleaning.showModal();
  count();
  timer = setInterval(count, 250);
};
cleaning.addEventListener("close", () => clearInterval(timer));
for (const name of ["cancel", "keydown"]) cleaning.addEventListener(name, (event) => event.preventDefault());

document.addEventListener("click", (event) => {
  const wanted = event.target.closest("[data-wall]")?.dataset.wall;
  if (wanted === "clean") clean();
  if (wanted === "close") status.close();
  if (wanted !== "reach") return;
  event.target.closest("[data-wall]").setAttribute("aria-pressed", String(root.toggleAttribute("data-low")));
  dispatchEvent(new Event("resize")); // what fits has changed
});
