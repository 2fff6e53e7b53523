// Runs in the page before its own scripts: records paints, shifts, interactions, and how long a touch takes to be answered.
(() => {
  /** @type {Probe} */
  const probe = { lcp: 0, cls: 0, interactions: {}, taps: [], touchable: null };
  window.__probe = probe;
  /** @type {<Entry>(type: string, take: (entry: Entry) => void, more?: { durationThreshold: number }) => void} */
  const observe = (type, take, more) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(/** @type {Parameters<typeof take>[0]} */ (entry));
    }).observe({ type, buffered: true, ...more });
  observe(
    "largest-contentful-paint",
    /** @param {PerformanceEntry} entry */ (entry) => {
      probe.lcp = entry.startTime;
    },
  );
  observe(
    "layout-shift",
    /** @param {LayoutShift} entry */ (entry) => {
      if (!entry.hadRecentInput) probe.cls += entry.value;
    },
  );
  observe(
    "event",
    /** @param {PerformanceEventTiming} entry */
    (entry) => {
      if (entry.interactionId) {
        probe.interactions[entry.interactionId] = Math.max(
          probe.interactions[entry.interactionId] || 0,
          entry.duration,
        );
      }
    },
    { durationThreshold: 16 },
  );

  // When the frame that is being made has been handed over: the first task after its animation callbacks.
  /** @param {(now: number) => void} then */
  const painted = (then) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => then(performance.now());
      port2.postMessage(null);
    });
  const answer = () => {
    const detail = document.querySelector("#detail");
    return detail ? detail.innerHTML : "";
  };

  // Words of the answer: the drawing of a part of the body stands among them and shows its marks earlier.
  /** @param {MutationRecord} change */
  const ofAnswer = ({ target }) => {
    const element = target instanceof Element ? target : target.parentElement;
    return element?.closest("#detail") && !element.closest("svg");
  };

  // From finger up to the frame that shows a first change anywhere, and to the one that shows changed words in #detail.
  addEventListener(
    "pointerup",
    (event) => {
      const up = event.timeStamp;
      /** @type {Touched} */
      const tap = {};
      const seen = new MutationObserver((changes) => {
        if (!("first" in tap)) {
          tap.first = null;
          painted((now) => {
            tap.first = now - up;
          });
        }
        if (!changes.some(ofAnswer)) return;
        seen.disconnect();
        painted((now) => {
          tap.answer = now - up;
          probe.taps.push(tap);
        });
      });
      seen.observe(document.documentElement, { childList: true, subtree: true, characterData: true, attributes: true });
      setTimeout(() => seen.disconnect(), 5000);
    },
    true,
  );

  // A point of the screen where a touch reaches this element and nothing above it.
  probe.pointOf = (selector) => {
    for (const element of document.querySelectorAll(selector)) {
      const box = element.getBoundingClientRect();
      for (let step = 0; step < 81; step += 1) {
        // The middle first, then outwards.
        const [column, row] = [(step * 5 + 4) % 9, (Math.floor(step / 9) * 5 + 4) % 9];
        const [x, y] = [box.left + (box.width * (column + 0.5)) / 9, box.top + (box.height * (row + 0.5)) / 9];
        const top = document.elementFromPoint(x, y);
        if (top && top.closest("[data-node], [data-pick], [data-choice], [data-toggle], [data-go]") === element)
          return { x, y };
      }
    }
    return null;
  };

  // Touches the diagram over and over from the first moment, until an answer has been painted.
  probe.impatient = (selector) => {
    const begun = setInterval(() => {
      if (probe.touchable !== null) return;
      probe.first ??= answer();
      if (answer() !== probe.first && answer()) {
        clearInterval(begun);
        painted((now) => {
          probe.touchable = now;
        });
        return;
      }
      document.querySelector(selector)?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }, 25);
  };
})();
