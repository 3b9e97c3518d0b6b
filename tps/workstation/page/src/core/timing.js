// How long it takes from an input to the picture of what it did: for whoever measures; nothing of the patient.

/** Newer times push older ones out. */
const MOST = 1000;

/** Milliseconds by kind, newest last: wheel; drag (dose and figures on screen); exact (figures after letting go). */
export const latencies = { wheel: [], drag: [], exact: [] };

/**
 * Everything is known that the next picture shows; `since` is the input's own time. The first frame draws it;
 * when the second begins, the browser has it.
 */
export function pictured(kind, since) {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      latencies[kind].push(performance.now() - since);
      if (latencies[kind].length > MOST) latencies[kind].shift();
    }),
  );
}
