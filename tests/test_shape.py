"""The rules of the house that no linter knows."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import app
from app.sentences import TROUBLE

ROOT = Path(__file__).parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

FILE_LINES = 400
FUNCTION_LINES = 60

TOP_LEVEL = {
    "app", "ui", "resources", "tests", "packaging", "docs", "marbre", "pyproject.toml", "uv.lock",
    "README.md", "LICENSE", "CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md",
}  # fmt: skip
MADE_HERE = {"build", "dist", "htmlcov", "__pycache__"}
"""What building leaves behind, as .gitignore has it."""

# Sources no test calls by name, and what tests them instead.
UNTESTED = {
    "app/store/migrations/versions/0001_first.py": "tests/app/store/test_upgrading.py climbs it",
    "app/store/migrations/versions/0003_history.py": "the same",
    "app/store/migrations/versions/0006_exchanges.py": "the same",
    "app/store/migrations/versions/0007_review.py": "the same",
    "app/store/history.py": "tests/app/desk/stories/test_history.py",
    "app/store/exchanges.py": "tests/app/desk/colleagues/test_handing.py",
    "app/store/review.py": "tests/app/desk/colleagues/test_reviewing.py",
    "app/desk/colleagues/receiving.py": "tests/app/desk/colleagues/test_handing.py",
    "ui/history/presenter.py": "tests/ui/history/test_view.py",
    "ui/reviewing/presenter.py": "tests/ui/reviewing/test_view.py",
    "ui/reviewing/rows.py": "the same",
    "ui/kit.py": "every test of the window",
    "ui/recovery.py": "tests/ui/test_keeping.py",
    "app/store/whereabouts.py": "tests/app/desk/sources/test_registering.py",
    "ui/writing/remarks.py": "tests/ui/writing/test_view.py",
}

TEXT = {".py", ".md", ".toml", ".txt", ".po", ".pot", ".json", ".html", ".css", ".svg", ".xml", ""}
FOREIGN = re.compile(
    r"(?<![\w.])/(?:work|farm|root|home)/\w|/tmp/bash_|pythonhosted\.|pypi\.org/simple|deb\.debian\."
    r"|registry\.npm"
)
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b")


def sources() -> list[Path]:
    """The Python files of the product."""
    return sorted(
        path for tree in ("app", "ui", "resources") for path in (ROOT / tree).rglob("*.py")
    )


def python_files() -> list[Path]:
    """Every Python file of the project."""
    others = [path for tree in ("tests", "packaging") for path in (ROOT / tree).rglob("*.py")]
    return [*sources(), *sorted(others)]


def written_files() -> Iterator[Path]:
    """Every text file of the project but the lock, which names where each package lies."""
    entries = [ROOT / name for name in TOP_LEVEL - {"uv.lock"}] + list((ROOT / ".ci").iterdir())
    for entry in entries:
        for path in entry.rglob("*") if entry.is_dir() else [entry]:
            if path.is_file() and path.suffix in TEXT and "__pycache__" not in path.parts:
                yield path


def lines_matching(pattern: re.Pattern[str], paths: Iterator[Path]) -> list[str]:
    """Where the words of a pattern stand, as path:line."""
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def nodes(path: Path) -> Iterator[ast.AST]:
    """The syntax of a file, flat."""
    return ast.walk(ast.parse(path.read_text("utf-8")))


@cache
def functions(path: Path) -> dict[str, int]:
    """The functions of a file, inner ones too, as line and name, with their length in lines."""
    return {
        f"{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_only_the_agreed_entries_stand_at_the_top() -> None:
    found = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")}

    assert found - TOP_LEVEL - MADE_HERE == set()


def test_nothing_shadows_the_packages_the_tools_use() -> None:
    """`packaging` and `app` as packages of tests or tools would hide the real ones."""
    assert list((ROOT / "packaging").rglob("__init__.py")) == []
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def imported(path: Path) -> Iterator[str]:
    """The modules of ours a file imports, as dotted names; a name imported from one counts too."""
    for node in nodes(path):
        match node:
            case ast.ImportFrom(module=str(module), names=names):
                yield module
                yield from (f"{module}.{alias.name}" for alias in names)
            case ast.Import(names=names):
                yield from (alias.name for alias in names)


@cache
def called_in(folder: Path) -> frozenset[str]:
    """The modules the tests of a folder import."""
    return frozenset(module for test in folder.glob("test_*.py") for module in imported(test))


def has_test(path: Path) -> bool:
    """Whether a test bears the source's name, or one beside it calls it.

    A part `x_part.py` of `x.py` is tested through `x`, and values without a function by their use.
    """
    name = path.relative_to(ROOT)
    folder = ROOT / "tests" / name.parent
    door = path.stem.partition("_")[0]
    names = [path.stem, door] if path.with_name(f"{door}.py").is_file() else [path.stem]
    return (
        any((folder / f"test_{stem}.py").is_file() for stem in names)
        or ".".join(name.with_suffix("").parts) in called_in(folder)
        or not functions(path)
    )


def test_every_source_file_has_its_test() -> None:
    plain = [path for path in sources() if not path.name.startswith("__")]

    untested = {path.relative_to(ROOT).as_posix() for path in plain if not has_test(path)}
    assert untested == set(UNTESTED)


def test_a_file_is_one_screenful_of_subjects() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in python_files()
        if (count := len(path.read_text("utf-8").splitlines())) > FILE_LINES
    }

    assert long == {}


def test_a_function_is_one_thought() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{name}"
        for path in python_files()
        for name, count in functions(path).items()
        if count > FUNCTION_LINES
    ]

    assert long == []


def test_nothing_is_left_for_later() -> None:
    assert lines_matching(UNFINISHED, written_files()) == []


def test_no_place_of_one_machine_is_written_down() -> None:
    assert (
        lines_matching(FOREIGN, (path for path in written_files() if path != Path(__file__))) == []
    )


def test_one_version_everywhere() -> None:
    assert PYPROJECT["project"]["version"] == app.__version__


def test_qt_is_pinned_for_the_pythons_we_promise() -> None:
    """6.12.0 loses references on 3.11: either the pin stays or 3.11 goes."""
    assert PYPROJECT["project"]["requires-python"] == ">=3.11,<3.14"
    assert "pyside6==6.11.3" in PYPROJECT["project"]["dependencies"]


def codes_raised() -> Iterator[tuple[str, str]]:
    """Each code of trouble written out in the core, and where."""
    for path in sources():
        for node in nodes(path):
            match node:
                case ast.Call(func=ast.Name("DeskError"), args=[ast.Constant(str(code)), *_]):
                    yield code, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_trouble_has_its_sentence() -> None:
    assert [f"{code} {place}" for code, place in codes_raised() if code not in TROUBLE] == []
