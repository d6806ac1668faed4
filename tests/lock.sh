#!/usr/bin/env bash
# Writes both locks anew from pyproject.toml (needs uv): every package by version and hashes, no address of an index.
# The one for developers comes first and bounds the other, so that either can be installed over the other.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
compile=(uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11
    --no-emit-index-url --no-annotate --no-header --quiet)
"${compile[@]}" --group dev --output-file requirements-dev.lock "$@"
"${compile[@]}" --constraint requirements-dev.lock --output-file requirements.lock "$@"
