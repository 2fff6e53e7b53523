/* One that tells and any number that want to know. `hear` returns how to stop hearing. */
/** @template {unknown[]} News */
export const telling = () => {
  /** @type {Set<(...news: News) => void>} */
  const ears = new Set();
  /** @param {(...news: News) => void} ear */
  const hear = (ear) => {
    ears.add(ear);
    return () => ears.delete(ear);
  };
  /** @param {News} news */
  const tell = (...news) => {
    for (const ear of [...ears]) ear(...news);
  };
  return { hear, tell };
};
