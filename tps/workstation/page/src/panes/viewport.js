// Pixels of a pane to millimetres of the scan and back: the one place where it is done.

export class Viewport {
  /** `plane` of a Frame; `centre` [u, v] in frame mm and `scale` in CSS pixels per mm may be changed at will. */
  constructor(frame, plane) {
    this.frame = frame;
    this.plane = plane;
    this.centre = [frame.extent(plane.u) / 2, frame.extent(plane.v) / 2];
    this.scale = 1;
    this.size = [1, 1];
  }

  /** Shows a box of frame mm, as large as it fits. */
  fit(low, high) {
    const { u, v } = this.plane;
    this.centre = [(low[u] + high[u]) / 2, (low[v] + high[v]) / 2];
    this.scale = Math.min(this.size[0] / Math.max(1, high[u] - low[u]), this.size[1] / Math.max(1, high[v] - low[v]));
  }

  toScreen(a, b) {
    return [
      this.size[0] / 2 + this.plane.su * (a - this.centre[0]) * this.scale,
      this.size[1] / 2 + this.plane.sv * (b - this.centre[1]) * this.scale,
    ];
  }

  /** Frame mm [u, v] of a place in the pane, CSS pixels from its upper left corner. */
  fromScreen(x, y) {
    return [
      this.centre[0] + (this.plane.su * (x - this.size[0] / 2)) / this.scale,
      this.centre[1] + (this.plane.sv * (y - this.size[1] / 2)) / this.scale,
    ];
  }

  /** Patient point of a place in the pane, on the plane through `through`. */
  patient(x, y, through) {
    const f = this.frame.toFrame(through);
    [f[this.plane.u], f[this.plane.v]] = this.fromScreen(x, y);
    return this.frame.toPatient(f);
  }

  /** Magnifies about a place, which stays where it is. */
  zoom(factor, x, y) {
    const before = this.fromScreen(x, y);
    this.scale = Math.max(0.2, Math.min(60, this.scale * factor));
    const after = this.fromScreen(x, y);
    this.centre = [this.centre[0] + before[0] - after[0], this.centre[1] + before[1] - after[1]];
  }

  pan(dx, dy) {
    this.centre = [this.centre[0] - (this.plane.su * dx) / this.scale, this.centre[1] - (this.plane.sv * dy) / this.scale];
  }

  /** For the SVG group whose coordinates are frame mm. */
  matrix() {
    const { su, sv } = this.plane;
    const [x, y] = this.toScreen(0, 0);
    return `matrix(${su * this.scale} 0 0 ${sv * this.scale} ${x} ${y})`;
  }
}

/** A round length for the scale bar, mm, no longer than `most` pixels. */
export function barLength(scale, most = 90) {
  return [100, 50, 20, 10, 5, 2, 1].find((mm) => mm * scale <= most) ?? 1;
}
