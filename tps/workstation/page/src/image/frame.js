// The CT's own frame: millimetres along its columns, rows and slices. Panes are planes of this frame.

const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const LETTERS = [["R", "L"], ["A", "P"], ["I", "S"]];

/** Axes shown to the right and downwards, and through the screen; `wanted` says which way each should point. */
const PLANES = {
  axial: { u: 0, v: 1, w: 2, wanted: [[0, 1], [1, 1]] },
  sagittal: { u: 1, v: 2, w: 0, wanted: [[1, 1], [2, -1]] },
  coronal: { u: 0, v: 2, w: 1, wanted: [[0, 1], [2, -1]] },
};

export class Frame {
  /** `ct` as in /api/state: shape (z, y, x), origin, spacing, axes (rows are the unit vectors of x-, y-, z-index). */
  constructor(ct) {
    this.shape = [ct.shape[2], ct.shape[1], ct.shape[0]];
    this.origin = ct.origin_mm;
    this.spacing = ct.spacing_mm;
    this.axes = ct.axes;
    this.planes = Object.fromEntries(Object.entries(PLANES).map(([name, plane]) => [name, this.oriented(name, plane)]));
  }

  oriented(name, { u, v, w, wanted }) {
    // Signs that put the patient's left on the right, anterior up, and superior up, however the scan was stored.
    const sign = (axis, [component, direction]) => (this.axes[axis][component] * direction < 0 ? -1 : 1);
    const su = sign(u, wanted[0]);
    const sv = sign(v, wanted[1]);
    const letter = (axis, s) => this.letter(this.axes[axis].map((x) => x * s));
    return {
      name, u, v, w, su, sv,
      letters: { right: letter(u, su), left: letter(u, -su), bottom: letter(v, sv), top: letter(v, -sv) },
    };
  }

  /** The anatomical side that a patient direction points to: the largest part first, a second if it matters. */
  letter(direction) {
    return direction
      .map((x, i) => [Math.abs(x), LETTERS[i][x > 0 ? 1 : 0]])
      .filter(([size]) => size > 0.35)
      .sort((a, b) => b[0] - a[0])
      .map(([, text]) => text)
      .join("");
  }

  /** Frame millimetres of a patient point. */
  toFrame(p) {
    const d = [p[0] - this.origin[0], p[1] - this.origin[1], p[2] - this.origin[2]];
    return [dot(d, this.axes[0]), dot(d, this.axes[1]), dot(d, this.axes[2])];
  }

  /** Patient point of frame millimetres. */
  toPatient(f) {
    return [0, 1, 2].map((i) => this.origin[i] + f[0] * this.axes[0][i] + f[1] * this.axes[1][i] + f[2] * this.axes[2][i]);
  }

  directionToFrame(d) {
    return this.axes.map((axis) => dot(d, axis));
  }

  /** Continuous voxel index of a patient point. */
  index(p) {
    return this.toFrame(p).map((x, i) => x / this.spacing[i]);
  }

  extent(axis) {
    return (this.shape[axis] - 1) * this.spacing[axis];
  }

  /** Slice of a pane's plane that a patient point lies in. */
  slice(plane, p) {
    const w = this.planes[plane].w;
    return Math.max(0, Math.min(this.shape[w] - 1, Math.round(this.toFrame(p)[w] / this.spacing[w])));
  }

  /** The nearest point within the scan. */
  clamped(p) {
    return this.toPatient(this.toFrame(p).map((x, i) => Math.max(0, Math.min(this.extent(i), x))));
  }

  /** `p` moved to a slice of a pane's plane. */
  atSlice(plane, p, slice) {
    const w = this.planes[plane].w;
    const f = this.toFrame(p);
    f[w] = Math.max(0, Math.min(this.shape[w] - 1, slice)) * this.spacing[w];
    return this.toPatient(f);
  }
}
