/* Rows of texts as CSV. */

/* A spreadsheet would run a cell that begins like a formula, also after blanks or inside: a quote keeps it a text. */
/** @param {string} text */
export const harmless = (text) => (/^[\t\r]|(?:^|[\r\n])\s*[=+\-@]/.test(text) ? `'${text}` : text);

/** @param {string[][]} rows */
export const csvOf = (rows) =>
  rows.map((row) => `${row.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(",")}\r\n`).join("");
