/* Stands in the page before anything is loaded. The page's own keys are small letters; an address with others was put together
   elsewhere, perhaps by a record system that tells about a person. It leaves the address bar, the steps back and what
   requests tell of where they come from; start.mjs reads from it what is ours. */
if ([...new URLSearchParams(location.search).keys()].some((key) => !/^[a-z]+$/.test(key))) {
  window.asked = location.search;
  history.replaceState(null, "", location.pathname);
}
