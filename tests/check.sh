#!/usr/bin/env bash
# Every check of the project; called by ./run test. With words, they go to pytest and nothing else is checked.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
bin=.venv/bin

if [ $# -gt 0 ]; then
    exec "$bin/python" -m pytest "$@"
fi
"$bin/ruff" format --check .
"$bin/ruff" check .
"$bin/mypy"
"$bin/lint-imports"
# Three on two cores: a good many stories wait for a process to start or for a platform that is slow.
exec "$bin/python" -m pytest -n 3
