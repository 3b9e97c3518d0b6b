// Contours as drawn, cut by the panes' planes. Between slices nothing is interpolated: what was drawn is shown.

export class Contours {
  /** `drawn`: {key: [{z_mm, rings: [[x, y, ...]]}]} of the server, patient mm. */
  constructor(structure, drawn, frame) {
    this.structure = structure;
    this.frame = frame;
    const planes = drawn.map(({ z_mm: z, rings }) => {
      const inFrame = rings.map((ring) => framed(ring, z, frame));
      return { rings: inFrame.map((ring) => ring.points), depth: inFrame[0].depth };
    });
    this.planes = planes.sort((a, b) => a.depth - b.depth);
    const gaps = this.planes.slice(1).map((p, i) => p.depth - this.planes[i].depth).filter((g) => g > 1e-3);
    this.step = gaps.length ? Math.min(...gaps) : frame.spacing[2];
  }

  /** Rings of the plane nearest to an axial slice, if it lies within half a step: [[u, v, ...], ...] in frame mm. */
  axial(depth) {
    let best = null;
    for (const plane of this.planes) {
      const away = Math.abs(plane.depth - depth);
      if (away <= this.step / 2 + 1e-3 && (best === null || away < Math.abs(best.depth - depth))) best = plane;
    }
    return best ? best.rings : [];
  }

  /** Centre of all vertices, patient mm. */
  centre() {
    let n = 0;
    const sum = [0, 0, 0];
    for (const { rings, depth } of this.planes) {
      for (const ring of rings) {
        for (let i = 0; i < ring.length; i += 2) {
          sum[0] += ring[i];
          sum[1] += ring[i + 1];
          sum[2] += depth;
          n++;
        }
      }
    }
    return this.frame.toPatient(sum.map((x) => x / n));
  }

  /**
   * Outline on a plane across the slices: every drawn plane stands for a slab of its step's height.
   * `axis` 0: plane of constant u (sagittal), 1: of constant v (coronal). Returns line segments [a, w, a, w] in frame mm.
   */
  across(axis, at) {
    const slabs = this.planes.map(({ rings, depth }) => ({ depth, spans: spansAt(rings, axis, at) }));
    const segments = [];
    const half = this.step / 2;
    slabs.forEach(({ depth, spans }, i) => {
      for (const x of spans) segments.push([x, depth - half, x, depth + half]);
      const above = slabs[i + 1];
      const joined = above && above.depth - depth < 1.5 * this.step;
      pushCaps(segments, spans, joined ? above.spans : [], depth + half);
      const below = slabs[i - 1];
      if (!below || depth - below.depth >= 1.5 * this.step) pushCaps(segments, [], spans, depth - half);
    });
    return segments;
  }

  /** Whether a patient point lies inside, by the drawn plane of its slab. */
  contains(p) {
    const [u, v, w] = this.frame.toFrame(p);
    let inside = false;
    for (const ring of this.axial(w)) if (insideRing(ring, u, v)) inside = !inside;
    return inside;
  }
}

function framed(ring, z, frame) {
  const points = new Float32Array(ring.length);
  let depth = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const [u, v, w] = frame.toFrame([ring[i], ring[i + 1], z]);
    points[i] = u;
    points[i + 1] = v;
    depth += w;
  }
  return { points, depth: depth / (ring.length / 2) };
}

/** Sorted places where rings cross the line of constant u or v: pairs of them are inside (even-odd, so holes count). */
function spansAt(rings, axis, at) {
  const other = 1 - axis;
  const found = [];
  for (const ring of rings) {
    const n = ring.length / 2;
    for (let i = 0; i < n; i++) {
      const j = (i + 1) % n;
      const a = ring[2 * i + axis] - at, b = ring[2 * j + axis] - at;
      if (a > 0 === b > 0) continue;
      found.push(ring[2 * i + other] + (ring[2 * j + other] - ring[2 * i + other]) * (a / (a - b)));
    }
  }
  return found.sort((x, y) => x - y);
}

/** Horizontal edges where one of two neighbouring slabs is inside and the other is not. */
function pushCaps(segments, lower, upper, w) {
  const ends = [...lower, ...upper].sort((x, y) => x - y);
  for (let i = 0; i + 1 < ends.length; i += 2) if (ends[i + 1] > ends[i]) segments.push([ends[i], w, ends[i + 1], w]);
}

function insideRing(ring, u, v) {
  let inside = false;
  const n = ring.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const crosses = ring[i + 1] > v !== ring[j + 1] > v;
    if (crosses && u < ((ring[j] - ring[i]) * (v - ring[i + 1])) / (ring[j + 1] - ring[i + 1]) + ring[i]) inside = !inside;
  }
  return inside;
}
