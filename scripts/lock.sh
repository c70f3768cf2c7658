#!/usr/bin/env bash
# Writes requirements/{light,full}.txt from pyproject.toml: exact versions, light a strict subset of full.
# Pins stay as they are unless pyproject asks for something else; `scripts/lock.sh --upgrade` renews them,
# `scripts/lock.sh --upgrade-package NAME` one of them. Needs uv (see requirements/tools.txt).
set -euo pipefail
cd "$(dirname "$0")/.."

uv=$(command -v .venv-full/bin/uv || command -v uv) || {
    echo "uv is missing: .venv-full/bin/pip install -r requirements/tools.txt" >&2
    exit 1
}

compile() { # compile LOCK ARGUMENT...
    local lock=$1
    shift
    "$uv" pip compile pyproject.toml requirements/build.in --quiet --no-header --annotation-style line \
        --python-version 3.11 --override requirements/overrides.txt --output-file "$lock" "$@"
}

compile requirements/full.txt --extra full "$@"
compile requirements/light.txt --constraint requirements/full.txt
sed -i -E 's/, -c requirements\/full.txt|-c requirements\/full.txt, //; s/ +# via -c requirements\/full.txt$//' requirements/light.txt
sed -i -E 's/(-r )?requirements\/build\.in/the build/; s/pyproject\.toml/ordermill (pyproject.toml)/; s/ordermill \(ordermill \(pyproject.toml\)\)/ordermill (pyproject.toml)/' requirements/*.txt
