// The isodose levels as the page uses them.
import { onDark } from "../core/colour.js";

/** Shown at first, per cent of the prescription. */
const STANDARD_LEVELS = [50, 90, 100, 150, 200];

export function levelsOf(levels) {
  return (levels ?? []).map((level, id) => ({ ...level, id, colour: onDark(level.colour), percent: Math.round(level.percent * 100) / 100, shown: STANDARD_LEVELS.includes(Math.round(level.percent)) }));
}
