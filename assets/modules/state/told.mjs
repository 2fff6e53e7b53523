/* One that tells and any number that want to know. `hear` returns how to stop hearing. */
export const telling = () => {
  const ears = new Set();
  const hear = (ear) => {
    ears.add(ear);
    return () => ears.delete(ear);
  };
  const tell = (...news) => {
    for (const ear of [...ears]) ear(...news);
  };
  return { hear, tell };
};
