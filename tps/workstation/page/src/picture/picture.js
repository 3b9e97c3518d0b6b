// A pane as a PNG file that can be shown elsewhere: with scale, sides, isodoses, and what state of which plan it shows.
import { app, isImplant, shownPlan } from "../core/store.js";
import { say } from "../core/say.js";
import { number, t } from "../core/texts.js";
import { withText } from "./png_text.js";

/** Pixels of the picture for one of the screen. */
const FINER = 2;
/** The band below the picture: lines of text, CSS pixels. */
const LINE_PX = 16;
const BAND_PX = 8;
/** What a drawing takes from the page's style: an image of its own has none. */
const STYLES = ["stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-opacity", "fill", "fill-opacity", "opacity", "visibility", "vector-effect", "font-size", "font-family", "font-weight", "text-anchor", "paint-order", "display"];
const TEXTS = ".pane-title, .pane-window, .letter, .crossed li, .empty";

/** What stands below the picture. No name: the patient is told by the pseudonym of all files. */
export function captionOf(pane) {
  const plan = shownPlan();
  const first = [t(`pane.${pane.name}`), app.server.patient];
  if (plan) {
    first.push(t("picture.plan", { revision: plan.revision, version: plan.version.slice(0, 12) }));
    first.push(t(`checked.${plan.checked}`), isImplant() ? t("state.delivered") : t(`state.${plan.approval?.status ?? "unsigned"}`));
  }
  return [first.filter(Boolean).join(" · "), `${app.server.software} · ${t("notice")} · ${t("picture.not-clinical")}`];
}

/** Saves the pane that the keys go to. */
export async function savePicture(pane) {
  const lines = captionOf(pane);
  const canvas = await drawn(pane, lines);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  const file = await withText(blob, "Description", lines.join("\n"));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `seedwright-${pane.name}${app.plan ? `-revision-${app.plan.revision}` : ""}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  say(t("picture.saved", { name: link.download }));
}

async function drawn(pane, caption) {
  const { node } = pane;
  const [width, height] = [node.clientWidth, node.clientHeight];
  const canvas = document.createElement("canvas");
  const font = `12px ${getComputedStyle(node).fontFamily}`;
  const lines = wrapped(canvas.getContext("2d"), caption, font, width - 2 * BAND_PX);
  canvas.width = width * FINER;
  canvas.height = (height + 2 * BAND_PX + lines.length * LINE_PX) * FINER;
  const context = canvas.getContext("2d");
  context.scale(FINER, FINER);
  context.fillStyle = "#000";
  context.fillRect(0, 0, width, canvas.height);
  // A picture in space is kept by the browser only until the next frame: drawn anew, then taken.
  pane.drawNow();
  const image = node.querySelector("canvas");
  if (image && !image.classList.contains("gone")) context.drawImage(image, 0, 0, width, height);
  const svg = node.querySelector("svg");
  if (svg && !svg.classList.contains("gone")) context.drawImage(await imageOf(svg, width, height), 0, 0, width, height);
  for (const text of node.querySelectorAll(TEXTS)) drawText(context, text, node);
  drawBar(context, node);
  if (pane.name !== "space") drawLegend(context, width);
  context.fillStyle = "#e8ebef";
  context.font = font;
  context.textBaseline = "middle";
  lines.forEach((line, i) => context.fillText(line, BAND_PX, height + BAND_PX + (i + 0.5) * LINE_PX, width - 2 * BAND_PX));
  return canvas;
}

/** Lines no wider than the picture, broken between their parts. */
function wrapped(context, caption, font, width) {
  context.font = font;
  return caption.flatMap((line) => {
    const lines = [""];
    for (const part of line.split(" · ")) {
      const longer = lines.at(-1) ? `${lines.at(-1)} · ${part}` : part;
      if (!lines.at(-1) || context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(part);
    }
    return lines;
  });
}

/** A drawing with the style it has on the page, as an image. */
async function imageOf(svg, width, height) {
  const copy = svg.cloneNode(true);
  const [from, to] = [svg, copy].map((root) => [root, ...root.querySelectorAll("*")]);
  from.forEach((node, i) => {
    const style = getComputedStyle(node);
    for (const name of STYLES) to[i].setAttribute(name, style.getPropertyValue(name));
  });
  copy.setAttribute("width", width * FINER);
  copy.setAttribute("height", height * FINER);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  URL.revokeObjectURL(address);
  return image;
}

function drawText(context, text, node) {
  if (!text.getClientRects().length || getComputedStyle(text).visibility === "hidden") return;
  const [box, around] = [text.getBoundingClientRect(), node.getBoundingClientRect()];
  const style = getComputedStyle(text);
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textBaseline = "top";
  const lines = text.textContent.split("\n");
  const step = box.height / lines.length;
  lines.forEach((line, i) => outlined(context, line, box.x - around.x - node.clientLeft, box.y - around.y - node.clientTop + i * step, style.color));
}

function outlined(context, text, x, y, colour) {
  context.lineWidth = 3;
  context.strokeStyle = "#000";
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function drawBar(context, node) {
  const bar = node.querySelector(".scale-bar");
  if (!bar?.getClientRects().length) return;
  const [box, around] = [bar.getBoundingClientRect(), node.getBoundingClientRect()];
  const [x, y] = [box.x - around.x - node.clientLeft, box.bottom - around.y - node.clientTop];
  context.fillStyle = "#fff";
  context.fillRect(x, y - 2, box.width, 2);
  context.font = "12px sans-serif";
  context.textBaseline = "bottom";
  outlined(context, bar.textContent, x + box.width / 2 - context.measureText(bar.textContent).width / 2, y - 3, "#fff");
}

function drawLegend(context, width) {
  if (!app.plan || !(app.display.isodoses || app.display.dose)) return;
  const shown = app.display.levels.filter((level) => level.shown).sort((a, b) => b.gy - a.gy);
  context.font = "11px sans-serif";
  context.textBaseline = "middle";
  shown.forEach((level, i) => {
    const text = t("level.legend", { gy: number(level.gy), percent: number(level.percent, 0) });
    const [x, y] = [width - 132, 30 + 15 * i];
    context.setLineDash(level.dash?.length ? level.dash.map((v) => Math.max(2, v)) : []);
    context.lineWidth = 2.5;
    context.strokeStyle = level.colour;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + 22, y);
    context.stroke();
    context.setLineDash([]);
    outlined(context, text, x + 28, y, "#fff");
  });
}
