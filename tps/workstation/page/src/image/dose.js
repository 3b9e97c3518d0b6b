// Dose as the server computed it, on its grid, and looked up between the grid's points. No dose is computed here.

const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export class Dose {
  /** `header` as the server's X-Grid, `values` float32 Gy, x fastest. */
  constructor(header, values) {
    this.header = header;
    this.values = values;
    this.shape = [header.shape[2], header.shape[1], header.shape[0]];
    this.origin = header.origin_mm;
    this.spacing = header.spacing_mm;
    this.axes = header.axes ?? [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
    if (values.length !== header.shape[0] * header.shape[1] * header.shape[2]) throw new Error("dose of another size");
  }

  index(p) {
    const d = [p[0] - this.origin[0], p[1] - this.origin[1], p[2] - this.origin[2]];
    return [0, 1, 2].map((i) => dot(d, this.axes[i]) / this.spacing[i]);
  }

  steps(direction) {
    return [0, 1, 2].map((i) => dot(direction, this.axes[i]) / this.spacing[i]);
  }

  /** Gy at a patient point, between grid points linearly; null outside the grid. */
  at(p) {
    const value = this.blended(...this.index(p));
    return Number.isNaN(value) ? null : value;
  }

  /**
   * Gy on a plane: `columns` x `rows` points from `origin` (patient mm) by the steps `right` and `down`.
   * NaN outside the grid.
   */
  onPlane(origin, right, down, columns, rows, out) {
    const values = out ?? new Float32Array(columns * rows);
    const [x0, y0, z0] = this.index(origin);
    const [ux, uy, uz] = this.steps(right);
    const [vx, vy, vz] = this.steps(down);
    let at = 0;
    for (let row = 0; row < rows; row++) {
      let x = x0 + row * vx, y = y0 + row * vy, z = z0 + row * vz;
      for (let column = 0; column < columns; column++, x += ux, y += uy, z += uz) values[at++] = this.blended(x, y, z);
    }
    return values;
  }

  blended(x, y, z) {
    const [nx, ny, nz] = this.shape;
    if (x < 0 || y < 0 || z < 0 || x > nx - 1 || y > ny - 1 || z > nz - 1) return NaN;
    const i = Math.min(nx - 2, x | 0), j = Math.min(ny - 2, y | 0), k = Math.min(nz - 2, z | 0);
    const fx = x - i, fy = y - j, fz = z - k;
    const v = this.values;
    const a = (k * ny + j) * nx + i;
    const b = a + nx * ny;
    const low = (v[a] * (1 - fx) + v[a + 1] * fx) * (1 - fy) + (v[a + nx] * (1 - fx) + v[a + nx + 1] * fx) * fy;
    const high = (v[b] * (1 - fx) + v[b + 1] * fx) * (1 - fy) + (v[b + nx] * (1 - fx) + v[b + nx + 1] * fx) * fy;
    return low * (1 - fz) + high * fz;
  }

  /** Corners of the grid's box, patient mm. */
  corners() {
    const last = this.shape.map((n, i) => (n - 1) * this.spacing[i]);
    return [0, 1, 2, 3, 4, 5, 6, 7].map((c) =>
      [0, 1, 2].map((i) => this.origin[i] + [0, 1, 2].reduce((sum, a) => sum + ((c >> a) & 1) * last[a] * this.axes[a][i], 0)),
    );
  }
}

/** Takes apart the binary message that follows a preview: its header, and the values of each plane in turn. */
export function readPlanesMessage(buffer) {
  const length = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  let at = 4 + length;
  const values = header.sizes.map((size) => {
    const plane = new Float32Array(buffer, at, size);
    at += plane.byteLength;
    return plane;
  });
  return { header, values };
}
