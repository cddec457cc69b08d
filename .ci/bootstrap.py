"""Make `.venv`, install what a lock file names (hashes checked) and the project itself; do nothing when that is done.

Called by the Makefile with the system's Python: `python3 .ci/bootstrap.py run` or `… dev`. Standard library only.
"""

from __future__ import annotations

import hashlib
import html
import os
import re
import subprocess
import sys
import urllib.parse
import urllib.request
import venv
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / ".ci" / "lock"
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PIP = ("pip-26.3-py3-none-any.whl", "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13")
BUILD_TOOLS = ("editables", "hatchling", "setuptools", "wheel", "packaging", "pathspec", "pluggy", "trove-classifiers")


def main(kind: str) -> int:
    """Bring `.venv` to the state that lock file `kind` ("run" or "dev") describes."""
    if sys.version_info < (3, 11):  # noqa: UP036  this is what tells users of an older Python
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        print("If you have one under another name: make PYTHON=python3.12 extract", file=sys.stderr)
        return 2
    if any(is_installed(name) for name in ("dev", kind)):  # dev holds all that run needs
        return 0
    lock = LOCKS / f"{kind}.txt"
    print(f"Setting up .venv from {lock.relative_to(ROOT)} (once; a few minutes on a slow line) …", flush=True)
    if not (BIN / "python").exists():
        create_venv()
    pip = [str(BIN / "python"), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    # Build tools first, from the same lock, so that source packages need no unpinned build environment.
    tools = VENV / "build-tools.txt"
    tools.write_text("".join(entries(lock, BUILD_TOOLS)))
    run([*pip, "--require-hashes", "--no-deps", "-r", str(tools)])
    run([*pip, "--require-hashes", "--no-build-isolation", "-r", str(lock)])
    run([*pip, "--no-build-isolation", "--no-deps", "--editable", str(ROOT)])
    mark(kind).write_text(fingerprint(kind))
    return 0


def mark(kind: str) -> Path:
    """The file that says what was installed."""
    return VENV / f"installed-{kind}"


def is_installed(kind: str) -> bool:
    """Whether what the lock file names now is what was installed."""
    return mark(kind).exists() and mark(kind).read_text() == fingerprint(kind)


def fingerprint(kind: str) -> str:
    """What `installed-<kind>` must hold for the environment to be up to date."""
    lock = LOCKS / f"{kind}.txt"
    return hashlib.sha256(lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def entries(lock: Path, names: tuple[str, ...]) -> list[str]:
    """The lock file's entries (a requirement line and its hash lines) of the named packages."""
    kept, keep = [], False
    for line in lock.read_text().splitlines(keepends=True):
        if not line.startswith((" ", "#")):
            keep = line.split("==")[0] in names
        if keep:
            kept.append(line)
    return kept


def create_venv() -> None:
    """Make the environment; where Debian and Ubuntu leave `ensurepip` out, pip comes from the package index."""
    complete = find_spec("ensurepip") is not None
    venv.create(VENV, with_pip=complete, symlinks=os.name != "nt")
    if not complete:
        wheel = fetch(PIP, VENV)
        run([str(BIN / "python"), f"{wheel}/pip", "install", "-qq", "--no-index", "--no-deps", str(wheel)])


def fetch(wheel: tuple[str, str], folder: Path) -> Path:
    """A wheel (file name, SHA-256) from the package index that pip would ask."""
    name, sha256 = wheel
    index = f"{os.environ.get('PIP_INDEX_URL', 'https://pypi.org/simple').rstrip('/')}/{name.split('-')[0]}/"
    try:
        with urllib.request.urlopen(index) as answer:
            link = re.search(rf'href="([^"#]*{re.escape(name)})', answer.read().decode())
        if link is None:
            raise SystemExit(
                f"Set-up failed: {index} does not offer {name}. Is it a mirror? Name another one in PIP_INDEX_URL."
            )
        with urllib.request.urlopen(urllib.parse.urljoin(index, html.unescape(link[1]))) as answer:
            content = answer.read()
    except OSError as error:
        raise SystemExit(
            f"Set-up failed: {index} cannot be reached ({error}). Without a network: install your system's python3-venv "
            "(on Debian or Ubuntu: sudo apt install python3-venv), then the same command again."
        ) from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise SystemExit(f"Set-up stopped: {name} from {index} is not the file it should be (its SHA-256 differs).")
    path = folder / name
    path.write_bytes(content)
    return path


def run(command: list[str]) -> None:
    """Run a command; on failure say which and stop."""
    if subprocess.run(command, check=False).returncode:
        raise SystemExit("Set-up failed at: " + " ".join(command))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))
