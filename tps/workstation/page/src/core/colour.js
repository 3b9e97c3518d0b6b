// The server's palette is for white paper and dark screens alike; what is too dark for this page is lightened.

const LEAST_CONTRAST = 5;

const luminance = (rgb) => {
  const [r, g, b] = rgb.map((c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** `colour` (#rrggbb), mixed with white until it stands out from black. */
export function onDark(colour) {
  let rgb = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  while ((luminance(rgb) + 0.05) / 0.05 < LEAST_CONTRAST) rgb = rgb.map((c) => c + Math.max(1, (255 - c) * 0.06));
  return `#${rgb.map((c) => Math.round(Math.min(255, c)).toString(16).padStart(2, "0")).join("")}`;
}
