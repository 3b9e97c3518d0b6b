// Lines of equal dose on a plane: marching squares with the crossing points interpolated linearly.

// Edges of a cell: 0 top, 1 right, 2 bottom, 3 left. Per case (corner bits: top left 1, top right 2, bottom right 4,
// bottom left 8) the pairs of edges that a line joins; the two saddles are decided by the cell's mean.
const CASES = [
  [], [[3, 0]], [[0, 1]], [[3, 1]], [[1, 2]], null, [[0, 2]], [[3, 2]],
  [[2, 3]], [[0, 2]], null, [[1, 2]], [[1, 3]], [[0, 1]], [[0, 3]], [],
];

/**
 * Closed and open lines where `values` (rows x columns) cross `level`.
 * Returns arrays of [column, row, column, row, ...] in grid units. Cells with a NaN corner have no line.
 */
export function isolines(values, columns, rows, level) {
  const next = new Map(); // edge id -> [edge ids it is joined to]
  const point = (edge) => edgePoint(values, columns, level, edge);
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const at = row * columns + column;
      const a = values[at], b = values[at + 1], c = values[at + columns + 1], d = values[at + columns];
      const code = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
      if (code === 0 || code === 15 || Number.isNaN(a + b + c + d)) continue;
      for (const [from, to] of CASES[code] ?? saddle(code, (a + b + c + d) / 4 >= level)) {
        join(next, edgeId(at, columns, from), edgeId(at, columns, to));
      }
    }
  }
  return chains(next).map((chain) => chain.flatMap(point));
}

function saddle(code, high) {
  const aroundTopRight = [[0, 1], [2, 3]];
  const aroundTopLeft = [[3, 0], [1, 2]];
  return (code === 5) === high ? aroundTopRight : aroundTopLeft;
}

// Edge ids: 2 * index of its first corner, +0 along the row, +1 along the column.
function edgeId(at, columns, edge) {
  return [2 * at, 2 * (at + 1) + 1, 2 * (at + columns), 2 * at + 1][edge];
}

function edgePoint(values, columns, level, edge) {
  const first = edge >> 1;
  const downwards = edge & 1;
  const second = first + (downwards ? columns : 1);
  const share = (level - values[first]) / (values[second] - values[first]);
  const column = first % columns;
  const row = (first - column) / columns;
  return downwards ? [column, row + share] : [column + share, row];
}

function join(next, a, b) {
  for (const [from, to] of [[a, b], [b, a]]) {
    const list = next.get(from);
    if (list) list.push(to);
    else next.set(from, [to]);
  }
}

function chains(next) {
  const found = [];
  const follow = (start) => {
    const chain = [start];
    let at = start;
    for (;;) {
      const links = next.get(at);
      const to = links?.pop();
      if (to === undefined) break;
      const back = next.get(to);
      back.splice(back.indexOf(at), 1);
      chain.push(to);
      at = to;
    }
    return chain;
  };
  for (const [edge, links] of next) if (links.length === 1) found.push(follow(edge));
  for (const [edge, links] of next) if (links.length) found.push(follow(edge));
  return found;
}
