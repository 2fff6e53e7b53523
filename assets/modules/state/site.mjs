/* What Python told about this site: ids, links between them, addresses of files. */
import { find } from "./find.mjs";

/** @type {import("../contract").Site} */
export const site = JSON.parse(find("#site").textContent ?? "");
