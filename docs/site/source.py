"""The pages of the site as Markdown: those of docs/ with links that hold there, and those made from code."""

import json
import re
import shutil
from pathlib import Path

from docs.site.examples import examples_page
from tps.language import LANGUAGES, catalogue
from tps.report.column_rows import TABLES

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"

# Pages that stand elsewhere than in docs/.
OTHERS = {
    "index.md": ROOT / "README.md",
    "contributing.md": ROOT / "CONTRIBUTING.md",
    "changelog.md": ROOT / "CHANGELOG.md",
    "schemas.md": DOCS / "schemas" / "README.md",
}

MATHJAX = """window.MathJax = {
  tex: {inlineMath: [["\\\\(", "\\\\)"]], displayMath: [["\\\\[", "\\\\]"]]},
  options: {ignoreHtmlClass: ".*|", processHtmlClass: "arithmatex"},
};
"""

_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")


def write_source(out: Path, quick: bool = False) -> None:
    """Write all pages into a folder, which is emptied first.

    Parameters
    ----------
    out : Path
    quick : bool
        Leave out the example that plans an implant.
    """
    if out.exists():
        shutil.rmtree(out)
    pages = {path.name: path for path in sorted(DOCS.glob("*.md"))} | OTHERS
    homes = {path.resolve(): name for name, path in pages.items()}
    out.mkdir(parents=True)
    for name, path in pages.items():
        text = path.read_text(encoding="utf-8")
        (out / name).write_text(linked(text, path.parent, homes), encoding="utf-8")
    shutil.copytree(DOCS / "images", out / "images", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (out / "api").mkdir()
    modules = public_modules()
    for module in modules:
        (out / "api" / f"{module}.md").write_text(f"# {module}\n\n::: {module}\n", encoding="utf-8")
    (out / "api.md").write_text(api_index(modules), encoding="utf-8")
    (out / "tables.md").write_text(tables_page(), encoding="utf-8")
    (out / "examples.md").write_text(examples_page(quick), encoding="utf-8")
    (out / "javascripts").mkdir()
    (out / "javascripts" / "mathjax.js").write_text(MATHJAX, encoding="utf-8")
    for language in LANGUAGES:
        (out / f"texts.{language}.json").write_text(catalogue(language).as_json(), encoding="utf-8")


def linked(text: str, folder: Path, homes: dict[Path, str]) -> str:
    """A page with its links to other pages as they are on the site; those to code become its name alone.

    Parameters
    ----------
    text : str
    folder : Path
        In which the page lies.
    homes : dict of Path to str
        Name on the site of each page.
    """

    def there(match: re.Match) -> str:
        picture, words, target = match.groups()
        if "://" in target or target.startswith("#"):
            return match[0]
        place, _, anchor = target.partition("#")
        path = (folder / place).resolve()
        if path in homes:
            return f"{picture}[{words}]({homes[path]}{'#' + anchor if anchor else ''})"
        if picture and path.is_relative_to(DOCS):
            return f"![{words}]({path.relative_to(DOCS).as_posix()})"
        return words

    return _LINK.sub(there, text)


def public_modules() -> list[str]:
    """Every module of the packages that is installed, private ones left out."""
    found = []
    for package in ("tps", "dose_kernels", "phantoms"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if not path.read_text(encoding="utf-8").strip():
                continue  # a package that says nothing
            if not any(part.startswith("_") for part in parts if part != "__init__"):
                found.append(".".join(part for part in parts if part != "__init__"))
    return found


def api_index(modules: list[str]) -> str:
    """Modules by their package, with the first sentence of each."""
    lines = ["# API reference", "", "From the docstrings; `tps` itself has the public verbs.", ""]
    package = None
    for module in modules:
        if package != (package := ".".join(module.split(".")[:2])):
            lines += ["", f"## {package}", ""]
        path = ROOT / Path(*module.split("."))
        file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
        first = re.match(r'"""(.+?)(?:"""|\n)', file.read_text(encoding="utf-8"))
        lines.append(f"- [`{module}`](api/{module}.md): {first[1] if first else ''}")
    return "\n".join(lines) + "\n"


def tables_page() -> str:
    """What the columns of every table mean, in all languages."""
    schemas = {
        "results.csv (tps recompute)": DOCS / "schemas" / "results.schema.json",
        "plans.csv (tps plan-batch)": DOCS / "schemas" / "cases.schema.json",
    }
    tables = {
        f"{table}.csv": [(name, f"column.{table}.{name}") for name in names]
        for table, names in TABLES.items()
    }
    lines = ["# Columns of the tables", ""]
    for title, columns in tables.items():
        lines += _table(
            title, [(n, *(catalogue(code).text(key) for code in LANGUAGES)) for n, key in columns]
        )
    for title, path in schemas.items():
        meanings = json.loads(path.read_text(encoding="utf-8"))["properties"]
        rows = [(name, about["description"]) for name, about in meanings.items()]
        lines += _table(
            title, [(n, *(catalogue(code).translate(text) for code in LANGUAGES)) for n, text in rows]
        )
    return "\n".join(lines) + "\n"


def _table(title: str, rows: list[tuple]) -> list[str]:
    head = f"| column | {' | '.join(LANGUAGES.values())} |"
    return [
        f"## {title}",
        "",
        head,
        "|---|" + "---|" * len(LANGUAGES),
        *(f"| `{row[0]}` | {' | '.join(row[1:])} |" for row in rows),
        "",
    ]
