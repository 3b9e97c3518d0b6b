// What was computed stays until something that it was computed from is another.

/** `make(...inputs)`, whose last result is given again as long as every input is the same. */
export function kept(make) {
  let last = null;
  let value;
  return (...inputs) => {
    if (last === null || inputs.length !== last.length || inputs.some((x, i) => !Object.is(x, last[i]))) {
      value = make(...inputs);
      last = inputs;
    }
    return value;
  };
}
