/* A link of a record system, of the form of HL7's Infobutton: what it asks for as a state. Everything else in it, above all
   about a person, is not read. Loaded only when there is such a link. */
import { site } from "./site.mjs";
import { fetchOnce, Missing } from "./store.mjs";

/** @import { RecordCodes } from "../contract" */

/* Who reads it -> the voice that speaks. */
const VOICES = new Map([
  ["PAT", "patient"],
  ["PROV", "clinician"],
]);

/* Two spellings of a code are the same: m54.16 is M5416. */
/** @param {string} code */
const plain = (code) => code.toUpperCase().replace(/[^A-Z0-9]/g, "");

/* Where a code leads; of a classification, whose codes begin with a letter and grow longer as they get narrower, also where
   the nearest wider one does. */
/** @type {(codes: Record<string, string>, asked: string) => string | undefined} */
const stateOf = (codes, asked) => {
  const known = new Map(Object.entries(codes).map(([code, state]) => [plain(code), state]));
  const code = plain(asked);
  const shortest = /^[A-Z]/.test(code) ? 1 : code.length;
  for (let length = code.length; length && length >= shortest; length -= 1) {
    const state = known.get(code.slice(0, length));
    if (state) return state;
  }
};

/* es-MX and spa are es, as far as the browser knows. */
/** @param {string} code */
const languageOf = (code) => {
  try {
    return new Intl.Locale(code.trim().replaceAll("_", "-")).language;
  } catch {
    return code;
  }
};

/** @type {() => Promise<RecordCodes>} */
const codes = async () => {
  try {
    return JSON.parse(await fetchOnce(site.files.record));
  } catch (fault) {
    if (fault instanceof Missing) return {};
    throw fault;
  }
};

/* -> what our own keys of the address would say, and whether the link held a code that leads nowhere. Our keys may stand in
   the link beside the others. */
/** @param {string} search */
export const asked = async (search) => {
  const given = new URLSearchParams(search);
  const said = (/** @type {string} */ name) => given.get(name)?.trim() ?? "";
  const code = said("mainSearchCriteria.v.c");
  const known = code ? await codes() : {};
  const system = said("mainSearchCriteria.v.cs");
  const state = Object.hasOwn(known, system) ? stateOf(known[system], code) : undefined;
  for (const [key, value] of new URLSearchParams(state)) given.set(key, value);
  const view = VOICES.get(said("informationRecipient").toUpperCase());
  if (view) given.set("view", view);
  const language = said("informationRecipient.languageCode.c");
  if (language) given.set("lang", languageOf(language));
  return { search: `?${given}`, unknown: Boolean(code) && !state };
};
