// Bundles src/ with three.js and uPlot into ../static, the folder that ships in the wheel.
// Deterministic: the same sources and lock file give the same bytes; tests/test_view_page_build.py holds it to that.
import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "..", "static");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: { page: "src/main.js" },
  bundle: true,
  format: "esm",
  minify: true,
  legalComments: "none",
  target: "es2022",
  charset: "utf8",
  outdir: out,
  logLevel: "warning",
});
await build({
  absWorkingDir: here,
  entryPoints: { page: "css/page.css" },
  bundle: true,
  minify: true,
  target: "es2022",
  charset: "utf8",
  outdir: out,
  logLevel: "warning",
});
cpSync(join(here, "index.html"), join(out, "index.html"));
cpSync(join(here, "icon.svg"), join(out, "icon.svg"));

const licence = (name) => `${name}\n\n${readFileSync(join(here, "node_modules", name, "LICENSE"), "utf8").trim()}\n`;
writeFileSync(join(out, "LICENCES.txt"), ["three", "uplot"].map(licence).join("\n\n"));
// Where npm is missing, this tells whether the built page still belongs to the sources.
writeFileSync(join(out, "SOURCES.sha256"), sourceHash() + "\n");

function sourceHash() {
  const { files } = JSON.parse(readFileSync(join(here, "files.json"), "utf8"));
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update("\0").update(readFileSync(join(here, file))).update("\0");
  return hash.digest("hex");
}
