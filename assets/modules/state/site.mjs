/* What Python told about this site: ids, links between them, addresses of files. */
export const site = JSON.parse(document.getElementById("site").textContent);
