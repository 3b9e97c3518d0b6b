"""Functions and classes of the packages with the arguments they take and those their docstrings tell of."""

import ast
import re
from dataclasses import dataclass

from places import ROOT

PACKAGES = ("dose_kernels", "tps", "phantoms")
_HEADING = re.compile(r"^(\w[\w ]*)\n-{3,}$", re.MULTILINE)


@dataclass(frozen=True)
class Callee:
    """Something that is called: a function, or a class by its constructor."""

    where: str
    arguments: tuple[str, ...]
    documented: tuple[str, ...] | None  # None: no "Parameters" section
    is_public: bool
    is_function: bool


def documented_names(docstring: str | None) -> tuple[str, ...] | None:
    """Names in the "Parameters" section of a numpydoc docstring; None without one."""
    text = ast.get_docstring(ast.parse(f"def f():\n    {docstring!r}").body[0]) if docstring else ""
    found = {m[1]: m.end() for m in _HEADING.finditer(text or "")}
    if "Parameters" not in found:
        return None
    starts = [m.start() for m in _HEADING.finditer(text) if m.start() > found["Parameters"]]
    section = text[found["Parameters"] : min(starts, default=len(text))]
    lines = [line for line in section.splitlines() if line and not line.startswith(" ")]
    return tuple(name.strip(" *") for line in lines for name in line.split(" : ")[0].split(","))


def _arguments(node: ast.FunctionDef) -> tuple[str, ...]:
    a = node.args
    named = [x.arg for x in (*a.posonlyargs, *a.args, *a.kwonlyargs) if x.arg not in ("self", "cls")]
    return tuple(named + [x.arg for x in (a.vararg, a.kwarg) if x is not None])


def _fields(node: ast.ClassDef) -> tuple[str, ...]:
    """Arguments of a class: its constructor's, or its fields."""
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and item.name == "__init__":
            return _arguments(item)
    return tuple(
        item.target.id
        for item in node.body
        if isinstance(item, ast.AnnAssign)
        and isinstance(item.target, ast.Name)
        and not (item.value is not None and "init=False" in ast.unparse(item.value))
    )


def _in(node: ast.AST, module: str, path: str, is_public: bool):
    for item in ast.iter_child_nodes(node):
        if isinstance(item, (ast.FunctionDef, ast.ClassDef)):
            name = f"{path}{item.name}"
            seen = is_public and not item.name.startswith("_")
            is_function = isinstance(item, ast.FunctionDef)
            arguments = _arguments(item) if is_function else _fields(item)
            documented = documented_names(ast.get_docstring(item))
            yield Callee(f"{module}:{name}", arguments, documented, seen, is_function)
            if isinstance(item, ast.ClassDef):
                yield from _in(item, module, f"{name}.", seen)


def callees() -> list[Callee]:
    """All functions, methods and classes of the packages, but for functions inside functions."""
    return [
        callee
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
        for callee in _in(ast.parse(path.read_text("utf-8")), path.relative_to(ROOT).as_posix(), "", True)
    ]
