"""Load jieba without its log lines, its warnings, and its world-writable cache."""

from __future__ import annotations

import os
import sys
import tempfile
import warnings
from pathlib import Path


def load_jieba() -> None:
    """Import jieba and point its dictionary cache at a folder that only this user can write.

    jieba reads its cache with `marshal`, so a cache that another user of the machine could have written is not to be
    trusted. It writes it to a temporary name and renames, so several processes may start at once; where no folder can be
    made, each process reads the dictionary itself (about a second).
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escape sequences in jieba 0.42.1, on first compilation
        before = sys.modules.get("pkg_resources")
        # jieba tries pkg_resources first, which is slow and warns; told that there is none, it opens its file itself
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
        try:
            import jieba
        finally:
            if before is None:
                del sys.modules["pkg_resources"]
            else:
                sys.modules["pkg_resources"] = before
    jieba.setLogLevel(60)  # above critical: the cache is a convenience, not news
    jieba.dt.tmp_dir = str(cache_folder())
    jieba.dt.cache_file = f"jieba-{jieba.__version__}.cache"


def cache_folder() -> Path:
    """A folder of the user's own below the temporary one; a path that does not exist where there can be none."""
    user = os.getuid() if hasattr(os, "getuid") else "user"
    folder = Path(tempfile.gettempdir()) / f"wangge-{user}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        state = folder.lstat()
    except OSError:
        return folder / "none"
    own = not hasattr(os, "getuid") or (state.st_uid == user and not state.st_mode & 0o022)
    return folder if own and not folder.is_symlink() else folder / "none"
