#!/usr/bin/env bash
# ./test.sh         sets up, then everything: format check, build, C# tests, native tests, notebook tests
# ./test.sh --all   the slow proofs too
set -uo pipefail
# shellcheck source=.ci/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/.ci/setup.sh"

slow=0
case ${1:-} in
    '') ;;
    --all) slow=1 ;;
    *) fail "Unknown argument '$1'. Use ./test.sh, or ./test.sh --all." ;;
esac
export KILN_SLOW_TESTS=$slow

need_tools
need_packages "${runtime_packages[@]}" "${build_packages[@]}" "${notebook_packages[@]}" "${test_packages[@]}"
command -v npm >/dev/null || need_packages nodejs npm
fetch_plotly
fetch_jupyterlab
build Notebook.sln
publish_kernel
install_kernel

passed=0 failed=0 skipped=0
count() {
    passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

# check NAME COMMAND...: one pass or fail of its own
check() {
    local name=$1
    shift
    if "$@" >"$log/$name.log" 2>&1; then
        count 1 0 0
        printf '%-24s ok\n' "$name"
    else
        count 0 1 0
        tail -n 20 "$log/$name.log"
        printf '%-24s FAILED, see artifacts/log/%s.log\n' "$name" "$name"
    fi
}

# A test project is a program; its last lines hold the counts.
run_tests() {
    local name=$1 start=$SECONDS summary
    OMP_NUM_THREADS=1 "$root/artifacts/bin/$name/release/$name" -noColor >"$log/$name.log" 2>&1
    local code=$?
    summary=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$log/$name.log" | tail -n 1)
    if [[ -z $summary ]]; then
        count 0 1 0
        tail -n 20 "$log/$name.log"
        printf '%-24s did not finish (exit code %s), see artifacts/log/%s.log\n' "$name" "$code" "$name"
        return
    fi
    local total errors bad skips
    read -r total errors bad skips < <(tr -dc '0-9 \n' <<<"$summary")
    count $((total - bad - skips)) $((bad + errors)) "$skips"
    printf '%-24s %4d passed, %d failed, %d skipped  %3d s\n' "$name" $((total - bad - skips)) $((bad + errors)) "$skips" $((SECONDS - start))
    [[ $bad == 0 && $errors == 0 ]] || grep -A 12 '\[FAIL\]' "$log/$name.log" | head -n 80
}

native_tests() {
    cmake -S tests/torch-native -B artifacts/obj/torch-native-tests -DCMAKE_BUILD_TYPE=RelWithDebInfo &&
        cmake --build artifacts/obj/torch-native-tests --parallel 2
}

# The shim alone, under the address and undefined-behaviour sanitizers.
run_native_tests() {
    local start=$SECONDS summary good bad skips
    native_tests >"$log/torch-native.log" 2>&1 &&
        OMP_NUM_THREADS=1 artifacts/obj/torch-native-tests/kiln_torch_tests >>"$log/torch-native.log" 2>&1
    summary=$(grep -oE '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped' "$log/torch-native.log" | tail -n 1)
    read -r good bad skips < <(tr -dc '0-9 \n' <<<"${summary:-0 passed, 1 failed, 0 skipped}")
    count "$good" "$bad" "$skips"
    printf '%-24s %4d passed, %d failed, %d skipped  %3d s\n' torch-native "$good" "$bad" "$skips" $((SECONDS - start))
    [[ $bad == 0 ]] || tail -n 20 "$log/torch-native.log"
}

check format-csharp dotnet format whitespace Notebook.sln --verify-no-changes --no-restore
check format-native bash -c 'clang-format --dry-run -Werror src/torch-native/*.cpp src/torch-native/*.h'
run_native_tests
for project in tests/*.Tests; do
    run_tests "$(basename "$project")"
done

printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
[[ $failed == 0 && $passed -gt 0 ]]
