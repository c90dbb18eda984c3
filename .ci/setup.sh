#!/usr/bin/env bash
# Sourced by run.sh and test.sh: installs what is missing, builds, installs the kernelspec.
# Every step says in one line what failed and what to do; details go to artifacts/log/.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
log=$root/artifacts/log
mkdir -p "$log"
cd "$root" || exit 1

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# Debian's Jupyter belongs to Debian's Python; another python3 may stand first on PATH.
jupyter=/usr/bin/jupyter

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# step NAME REMEDY COMMAND...: runs the command with its output in artifacts/log/NAME.log
step() {
    local name=$1 remedy=$2 start=$SECONDS
    shift 2
    if ! "$@" >"$log/$name.log" 2>&1; then
        tail -n 15 "$log/$name.log" >&2
        fail "$name failed. $remedy Details: artifacts/log/$name.log"
    fi
    printf '%-22s %3d s\n' "$name" $((SECONDS - start))
}

need_tools() {
    command -v dotnet >/dev/null || fail "dotnet was not found. Install the .NET 10 SDK: https://dotnet.microsoft.com/download"
    [[ $(dotnet --version) == 1[0-9].* ]] || fail "Kiln needs the .NET 10 SDK, found $(dotnet --version). Install it: https://dotnet.microsoft.com/download"
    [[ $(uname -s)-$(uname -m) == Linux-x86_64 ]] || fail "This script sets up Linux x64 with Debian's or Ubuntu's libtorch; on other platforms see README.md, Platforms."
}

missing_packages() {
    local package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s\n' "$package"
    done
}

install_packages() {
    command -v apt-get >/dev/null || fail "apt-get was not found. Install these by hand: $*"
    local as_root=()
    [[ $(id -u) == 0 ]] || as_root=(sudo)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"
}

# need_packages PACKAGE...: asks apt-get only where something is missing
need_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} == 0 ]] ||
        step install-packages "Check the network, or run: apt-get install ${missing[*]}." install_packages "${missing[@]}"
}

# The fast BLAS: with the reference BLAS a training is up to 14 times slower.
runtime_packages=(libtorch-dev libopenblas0-openmp libzmq5 librsvg2-2 libcairo2 fonts-dejavu-core)
build_packages=(g++ cmake make)
notebook_packages=(jupyter-notebook jupyter-nbconvert python3-nbclient python3-ipykernel dataset-fashion-mnist python3-sklearn)
test_packages=(python3-jupyter-kernel-test jupyter-console python3-pexpect python3-torch python3-scipy jupyter-server chromium clang-format postgresql slurm-wlm)

# Plotly.js for interactive charts offline; Jupyter serves it beside the kernelspec. Without npm the charts take it from its public CDN.
plotly=$root/artifacts/plotly/plotly.min.js
download_plotly() {
    npm install --prefix "$root/artifacts/plotly" --no-save --no-audit --no-fund --silent plotly.js-basic-dist-min@4.1.1 &&
        cp "$root/artifacts/plotly/node_modules/plotly.js-basic-dist-min/plotly-basic.min.js" "$plotly"
}

fetch_plotly() {
    [[ -f $plotly ]] && return
    command -v npm >/dev/null || return 0
    mkdir -p "$root/artifacts/plotly"
    step fetch-plotly "Check the network, or remove npm: charts work without it, as pictures." download_plotly
}

# The parts of JupyterLab that show outputs, bundled into a page for the tests; made anew when their list or the page changes.
lab=$root/artifacts/jupyterlab lab_source=$root/tests/Notebooks.Tests/JupyterLab/page
bundle_jupyterlab() (
    rm -rf "$lab" && mkdir -p "$lab" && cp "$lab_source"/* "$lab" && cd "$lab" &&
        npm ci --ignore-scripts --no-audit --no-fund --silent && npm run --silent build
)

fetch_jupyterlab() {
    command -v npm >/dev/null || return 0
    local made_from
    made_from=$(cat "$lab_source"/* | sha256sum)
    [[ $(cat "$lab/made-from" 2>/dev/null) == "$made_from" ]] && return
    step fetch-jupyterlab "Check the network, or remove npm: the tests in JupyterLab are then skipped." bundle_jupyterlab
    printf '%s\n' "$made_from" >"$lab/made-from"
}

build() {
    step build "Read the first error above." dotnet build "$1" -c Release -v q --nologo
}

# The kernel that people run is compiled ahead of time; where nothing has changed this takes seconds.
kernel=$root/artifacts/kiln
publish_kernel() {
    step publish-kernel "Read the first error above." \
        dotnet publish src/Kiln.Kernel/Kiln.Kernel.csproj -c Release -r linux-x64 -o "$kernel" -v q --nologo
}

install_kernel() {
    local resources=()
    [[ -f $plotly ]] && resources=(--resource "$plotly")
    step install-kernel "Is ~/.local/share/jupyter writable?" \
        "$kernel/kiln" install --user "${resources[@]}"
}
