#!/usr/bin/env bash
# Every check of the project; called by ./run test. With words, they go to pytest, after the form and the types of the
# paths among them were looked at.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
bin=.venv/bin
# The tests start many processes: none of them compiles the program anew because a shell keeps compiled files away.
unset PYTHONDONTWRITEBYTECODE

# paths WORDS: the files and folders among pytest's words, one a line, without names of tests
paths() {
    local word before=
    for word in "$@"; do
        case "$before" in
            -k | -m | -p | -o | -c | -r | -W | -n | --ignore | --deselect | --durations | --dist | --maxfail) before= ;;
            *)
                before="$word"
                if [ -e "${word%%::*}" ]; then
                    case "$word" in -*) ;; *) printf '%s\n' "${word%%::*}" ;; esac
                fi
                ;;
        esac
    done
}

if [ $# -gt 0 ]; then
    given=()
    while IFS= read -r path; do given+=("$path"); done < <(paths "$@" | sort -u)
    if [ ${#given[@]} -gt 0 ]; then
        "$bin/ruff" format --check --quiet "${given[@]}"
        "$bin/ruff" check --quiet "${given[@]}"
        # What was looked at before is remembered, so this takes a second or two.
        "$bin/mypy" --no-error-summary "${given[@]}"
    fi
    exec "$bin/python" -m pytest "$@"
fi
"$bin/ruff" format --check .
"$bin/ruff" check .
"$bin/mypy"
"$bin/lint-imports"
# Three on two cores: a good many stories wait for a process to start or for a platform that is slow.
exec "$bin/python" -m pytest -n 3 --dist loadgroup
