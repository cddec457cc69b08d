#!/usr/bin/env bash
# Renews the two lock files from pyproject.toml. Needs `uv` (a tool of the maintainer's, not of the user's).
set -euo pipefail
cd "$(dirname "$0")/../.."
common=(--universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -q .ci/lock/build.in pyproject.toml)
uv pip compile "${common[@]}" -o .ci/lock/run.txt
uv pip compile "${common[@]}" --extra pdf --extra tables --extra layout --group dev -c .ci/lock/run.txt -o .ci/lock/dev.txt
