// The CT as raw numbers, and slices of it as grey pixels.

export class Ct {
  /** `values`: HU, x fastest, as sent; `frame`: where they lie. */
  constructor(values, frame) {
    this.values = values;
    this.frame = frame;
    this.table = new Uint32Array(65536);
    this.setWindow({ width: 400, level: 40 });
  }

  /** Grey of every HU there can be; level - width/2 is black, level + width/2 white. */
  setWindow({ width, level }) {
    const low = level - width / 2;
    for (let hu = -32768; hu < 32768; hu++) {
      const grey = Math.max(0, Math.min(255, Math.round(((hu - low) / width) * 255)));
      this.table[hu & 0xffff] = 0xff000000 | (grey << 16) | (grey << 8) | grey;
    }
  }

  /** HU of the voxel that a patient point lies in; null outside. */
  at(p) {
    const [i, j, k] = this.frame.index(p).map(Math.round);
    const [nx, ny, nz] = this.frame.shape;
    if (i < 0 || j < 0 || k < 0 || i >= nx || j >= ny || k >= nz) return null;
    return this.values[(k * ny + j) * nx + i];
  }

  /**
   * One slice of a pane's plane, as it is drawn: columns along the screen's right, rows downwards.
   * `half`: the brightest of so many slices before and behind it too.
   */
  pixels(plane, slice, half = 0) {
    const { u, v, w, su, sv } = this.frame.planes[plane];
    const shape = this.frame.shape;
    const strides = [1, shape[0], shape[0] * shape[1]];
    const [width, height] = [shape[u], shape[v]];
    const image = new ImageData(width, height);
    const out = new Uint32Array(image.data.buffer);
    const { values, table } = this;
    let at = 0;
    for (let row = 0; row < height; row++) {
      let from = slice * strides[w] + (sv > 0 ? row : height - 1 - row) * strides[v] + (su > 0 ? 0 : width - 1) * strides[u];
      const step = su * strides[u];
      if (!half) for (let column = 0; column < width; column++, from += step) out[at++] = table[values[from] & 0xffff];
      else for (let column = 0; column < width; column++, from += step) out[at++] = table[brightest(values, from, strides[w], Math.max(0, slice - half) - slice, Math.min(shape[w] - 1, slice + half) - slice) & 0xffff];
    }
    return image;
  }

  /** Grey pixels of a free plane: `origin` and steps per pixel in patient millimetres, nearest voxels blended in two axes. */
  oblique(origin, right, down, width, height) {
    const image = new ImageData(width, height);
    const out = new Uint32Array(image.data.buffer);
    const { shape, spacing } = this.frame;
    const start = this.frame.index(origin);
    const per = (d) => this.frame.directionToFrame(d).map((x, i) => x / spacing[i]);
    const [du, dv] = [per(right), per(down)];
    const [nx, ny, nz] = shape;
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const x = start[0] + row * dv[0] + column * du[0];
        const y = start[1] + row * dv[1] + column * du[1];
        const z = start[2] + row * dv[2] + column * du[2];
        out[row * width + column] = this.table[this.blended(x, y, z, nx, ny, nz) & 0xffff];
      }
    }
    return image;
  }

  blended(x, y, z, nx, ny, nz) {
    const i = Math.floor(x), j = Math.floor(y), k = Math.floor(z);
    if (i < -1 || j < -1 || k < -1 || i >= nx || j >= ny || k >= nz) return -32768;
    const { values } = this;
    let sum = 0;
    for (let c = 0; c < 8; c++) {
      const ii = Math.min(nx - 1, Math.max(0, i + (c & 1)));
      const jj = Math.min(ny - 1, Math.max(0, j + ((c >> 1) & 1)));
      const kk = Math.min(nz - 1, Math.max(0, k + (c >> 2)));
      const weight = (c & 1 ? x - i : 1 - x + i) * (c & 2 ? y - j : 1 - y + j) * (c & 4 ? z - k : 1 - z + k);
      sum += weight * values[(kk * ny + jj) * nx + ii];
    }
    return Math.round(sum);
  }
}

export const WINDOWS = [
  { key: "soft", width: 400, level: 40 },
  { key: "lung", width: 1500, level: -600 },
  { key: "bone", width: 2500, level: 480 },
];

/** The greatest value from `first` to `last` steps of `stride` around a place. */
function brightest(values, at, stride, first, last) {
  let most = -32768;
  for (let i = first; i <= last; i++) {
    const value = values[at + i * stride];
    if (value > most) most = value;
  }
  return most;
}
