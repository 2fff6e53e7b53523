/* Stands in for what Dash asks for until the modules are there: they come later than Dash, which would give up for good. */
/** @typedef {import("./modules/types").Parts} Parts */
(() => {
  /** @type {Parts | null} */
  let made = null;
  /** @type {(parts: Parts) => void} */
  let arrive;
  /** @type {Promise<Parts>} */
  const arrived = new Promise((done) => {
    arrive = done;
  });
  window.spine = {
    /** @type {Parts["Tree"]} */
    Tree: (props) => (made && props.shown ? React.createElement(made.Tree, props) : null),
    /** @param {Parts} parts */
    arrive: (parts) => {
      made = parts;
      arrive(parts);
    },
  };
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    explorer: { show: (/** @type {string} */ search) => arrived.then(({ show }) => show(search)) },
  });
})();
