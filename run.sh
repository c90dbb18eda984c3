#!/usr/bin/env bash
# ./run.sh            builds Kiln, installs its kernel and executes notebooks/01-first-light.ipynb
# ./run.sh notebook   the same set-up, then opens Jupyter Notebook on it
set -uo pipefail
# shellcheck source=.ci/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/.ci/setup.sh"

need_tools
need_packages "${runtime_packages[@]}" "${build_packages[@]}" "${notebook_packages[@]}"
fetch_plotly
publish_kernel
install_kernel

if [[ ${1:-} == notebook ]]; then
    exec "$jupyter" notebook --ip 127.0.0.1 --notebook-dir "$root/notebooks" --NotebookApp.default_url=/notebooks/01-first-light.ipynb \
        $([[ $(id -u) == 0 ]] && echo --allow-root)
fi
[[ $# == 0 ]] || fail "Unknown argument '$1'. Use ./run.sh, or ./run.sh notebook."

out=$root/artifacts/first-light
mkdir -p "$out"
cp "$root/notebooks/01-first-light.ipynb" "$out/01-first-light.ipynb"
step execute-notebook "The cell that failed is shown above." \
    "$jupyter" nbconvert --to notebook --execute --inplace --ExecutePreprocessor.timeout=1800 "$out/01-first-light.ipynb"
step export-html "Try: jupyter nbconvert --to html $out/01-first-light.ipynb." \
    "$jupyter" nbconvert --to html "$out/01-first-light.ipynb"

printf '\n%s\n' "$(/usr/bin/python3 "$root/.ci/test-accuracy.py" "$out/01-first-light.ipynb")"
printf 'Executed notebook  %s\n' "$out/01-first-light.ipynb"
printf 'As HTML            %s\n' "$out/01-first-light.html"
printf 'Open it            xdg-open %s\n' "$out/01-first-light.html"
printf 'Or live            ./run.sh notebook\n'
