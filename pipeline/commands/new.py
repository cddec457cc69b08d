"""`wangge new`: lay out a folder of the user's own, with settings, tables and an example page to edit."""

from __future__ import annotations

import re
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from pipeline.config import default_path

TEMPLATE = Path(__file__).with_name("project")
SETTING = re.compile(r"^(\w+ = .*)$")
SECTION = re.compile(r"^\[(\w+)\]")
HEAD = """\
# Settings of this project. Take the # away from a line to change what it says; the values shown are the defaults.
# A key that is not known is an error. Paths are relative to this file.
"""


class NewError(ValueError):
    """A folder that cannot be laid out; the message says why."""


def run(project: Path) -> int:
    """Lay out the folder and say what to do next; 2 when it is in the way of something."""
    console, errors = Console(soft_wrap=True), Console(stderr=True, soft_wrap=True)
    try:
        made = lay_out(project)
    except NewError as error:
        errors.print(f"[red]Nothing was made.[/red] {escape(str(error))}", highlight=False)
        return 2
    for name in made:
        console.print(f"  {escape(str(project / name))}", highlight=False)
    console.print(
        f"Next: cd {escape(str(project))}, then: wangge extract pages --out outputs --config config.toml",
        highlight=False,
    )
    return 0


def lay_out(project: Path) -> list[str]:
    """Copy the template into a new or empty folder and return the names of the files made, sorted.

    `config.toml` is made from `configs/default.toml`, so that it names every setting there is. Raises NewError when the
    folder holds anything, is a file, or cannot be written.
    """
    if project.exists() and not project.is_dir():
        raise NewError(f"{project} is a file; name a folder that is not there yet")
    try:
        if project.exists() and any(project.iterdir()):
            raise NewError(
                f"{project} is not empty, and nothing is ever overwritten; name a folder that is not there yet"
            )
        texts = {str(path.relative_to(TEMPLATE)): path.read_text(encoding="utf-8") for path in _files()}
        texts["config.toml"] = settings(default_path().read_text(encoding="utf-8"))
        for name, text in texts.items():
            target = project / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise NewError(f"{project}: {error.strerror}") from None
    return sorted(texts)


def settings(defaults: str) -> str:
    """The defaults as comments to take the `#` from, but for the paths, which hold for this project at once.

    >>> settings("# 说明\\n\\n[pages]\\nlimit = 5  # 上限\\n[paths]\\nrules = 'rules'").splitlines()[3:]
    ['[pages]', '# limit = 5  # 上限', '[paths]', "rules = 'rules'"]
    """
    lines, section = [HEAD], ""
    for line in defaults.splitlines():
        header = SECTION.match(line)
        section = header[1] if header else section
        if section:  # what stands above the first section speaks of the default file
            lines.append(line if section == "paths" else SETTING.sub(r"# \1", line))
    return "\n".join(lines) + "\n"


def _files() -> list[Path]:
    return sorted(path for path in TEMPLATE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
