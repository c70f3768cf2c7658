#!/usr/bin/env bash
# Makes, completes or repairs one of the two environments from its lock file, with plain pip.
#
#     scripts/install.sh light .venv          serving: no torch, under 1 GB
#     scripts/install.sh full  .venv-full     training and tests
#
# Settings (environment): PYTHON (the interpreter to build on), GPU=1 (take the torch build that your
# package source gives by default, which on PyPI is the CUDA one), TORCH_INDEX (address of an extra
# package source for torch). A second call with nothing to do takes a fraction of a second.
set -euo pipefail
cd "$(dirname "$0")/.."

set_name=$1 venv=$2
lock=requirements/$set_name.txt
stamp=$venv/.ordermill-installed
log=$venv/install.log

say() { printf '%s\n' "$*" >&2; }
fail() { say "" "$@"; exit 1; }

# What the environment must agree with to be taken as finished. The folder counts because scripts in a
# virtual environment hold absolute paths, the distributions because a half-removed package must be noticed.
fingerprint() {
    { cat "$lock" pyproject.toml scripts/install.sh; pwd; echo "${GPU:-} ${TORCH_INDEX:-}"
      ls "$venv"/lib/python*/site-packages | grep 'dist-info$'; } | cksum
}

finished() {
    [ -f "$stamp" ] && [ -x "$venv/bin/ordermill" ] && "$venv/bin/python" -c '' 2>/dev/null &&
        [ "$(cat "$stamp")" = "$(fingerprint)" ]
}

# The scripts of an environment that was copied or moved point to where it was made.
belongs_here() { grep -qsF "$(realpath -m "$venv")/bin/python" "$venv/bin/pip"; }

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3.11 python3 python3.12 python3.13}; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    fail "No Python 3.11 to 3.13 found (tried: ${PYTHON:-python3.11 python3 python3.12 python3.13})." \
        "Debian 12 and Ubuntu 22.04:  sudo apt install python3.11 python3.11-venv" \
        "Ubuntu 24.04:                sudo apt install python3.12 python3.12-venv" \
        "Installed elsewhere?         make PYTHON=/path/to/python3.11 ..."
}

make_venv() {
    local python version
    python=$(find_python)
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        fail "$python has no venv module. Debian and Ubuntu:  sudo apt install python$version-venv"
    fi
    say "Making $venv with $python ($version)"
    rm -rf "$venv"
    "$python" -m venv "$venv" || fail "$python could not make $venv. Debian and Ubuntu:  sudo apt install python$version-venv"
}

# Runs pip, its words into the log, one progress line on a terminal, and the log's end when it fails.
pip_install() {
    local show=cat
    [ -t 2 ] && show="awk /^(Collecting|Downloading|Installing|Requirement)/{printf(\"\\r\\033[K%.76s\",\$0);fflush()}END{printf(\"\\r\\033[K\")}"
    if ! "$venv/bin/python" -m pip install --disable-pip-version-check --no-input "$@" 2>&1 | tee -a "$log" |
        { if [ -t 2 ]; then $show >&2; else cat >/dev/null; fi; }; then
        tail -n 15 "$log" >&2
        fail "Installing into $venv failed; all of it is in $log." \
            "The package source must be reachable (a proxy or mirror is set with pip's own settings)." \
            "Run the same command again: it goes on where it stopped."
    fi
}

# torch first and with its dependencies: the CUDA build needs libraries that the lock does not list.
install_torch() {
    local pin
    pin=$(grep -oE '^torch==[0-9.]+' "$lock")
    if "$venv/bin/python" - "$pin" <<'PY'
import importlib.metadata as metadata, sys
try:
    sys.exit(metadata.version("torch").split("+")[0] != sys.argv[1].split("==")[1])
except metadata.PackageNotFoundError:
    sys.exit(1)
PY
    then return; fi
    if [ -n "${TORCH_INDEX:-}" ]; then
        PIP_EXTRA_INDEX_URL=$TORCH_INDEX pip_install -c "$lock" "$pin"
    elif [ -n "${GPU:-}" ] || "$venv/bin/python" -m pip index versions torch 2>/dev/null | grep -qF "${pin#*==}+cpu"; then
        pip_install -c "$lock" "$pin"
    else
        install_cpu_torch "$pin"
    fi
}

# uv knows where the CPU builds of torch are; pip would take the CUDA build with gigabytes of libraries.
install_cpu_torch() {
    pip_install "$(grep -oE '^uv==[0-9.]+' requirements/tools.txt)"
    if ! "$venv/bin/uv" pip install --python "$venv/bin/python" --torch-backend cpu -c "$lock" "$1" >>"$log" 2>&1; then
        say "The CPU build of torch is not to be had from here; taking the default build of your package source."
        pip_install -c "$lock" "$1"
    fi
}

# Everything in the lock, exactly: --no-deps, because layoutparser asks for opencv-python, which would lie in the
# same folder as opencv-python-headless (and needs a display's libraries).
install_lock() {
    if ls -d "$venv"/lib/python*/site-packages/opencv_python-*.dist-info >/dev/null 2>&1; then
        "$venv/bin/python" -m pip uninstall -q -y opencv-python opencv-python-headless
    fi
    if [ -x "$venv/bin/uv" ]; then
        "$venv/bin/uv" pip install --python "$venv/bin/python" --no-deps -r "$lock" >>"$log" 2>&1 && return
        say "uv could not install everything; going on with pip."
    fi
    pip_install --no-deps -r "$lock"
}

# pip writes RECORD last: a package without it was being installed when something stopped pip, and pip would
# take it for complete.
drop_half_installed() {
    local info
    for info in "$venv"/lib/python*/site-packages/*.dist-info; do
        if [ -d "$info" ] && [ ! -f "$info/RECORD" ]; then rm -rf "$info"; fi
    done
}

check_set() {
    local complaints
    complaints=$("$venv/bin/python" -m pip check 2>&1 |
        grep -vE '^No broken|^layoutparser .* requires opencv-python, which is not installed' || true)
    [ -z "$complaints" ] || fail "The installed packages do not fit together:" "$complaints"
}

[ -f "$lock" ] || fail "There is no set '$set_name' ($lock is missing)."
if finished; then exit 0; fi
rm -f "$stamp"
if ! "$venv/bin/python" -c 'import pip' 2>/dev/null || ! belongs_here; then make_venv; fi
drop_half_installed
say "Installing the $set_name set ($(grep -c == "$lock") packages) into $venv; the first time this takes minutes."
if [ "$set_name" = full ]; then install_torch; fi
install_lock
pip_install --no-deps --no-build-isolation -e .
check_set
fingerprint >"$stamp"
say "$venv is ready ($(du -sh "$venv" | cut -f1))."
