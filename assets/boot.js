/* Stands in for what Dash asks for until the modules are there: they come later than Dash, which would give up for good. */
(() => {
  let made = null;
  let arrive;
  const arrived = new Promise((done) => (arrive = done));
  window.spine = {
    Tree: ({ shown }) => (shown ? React.createElement(made.Tree, { shown }) : null),
    arrive: (parts) => {
      made = parts;
      arrive(parts);
    },
  };
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    explorer: { show: (search) => arrived.then(({ show }) => show(search)) },
  });
})();
