#!/usr/bin/env bash
# All tests, from nothing: installs what is missing, builds, checks. `tests/run.sh quick` leaves out the judges of PDF files, clang-tidy,
# the sanitizers, the fuzz targets and the mutations. The last line is `N passed, N failed`. GUERDON_BUILD names another folder for the builds than build/.
set -uo pipefail
cd "$(dirname "$0")/.."
mode=${1:-full}
if [[ $mode != full && $mode != quick ]]; then
  echo "usage: tests/run.sh [quick]" >&2
  exit 2
fi
build=${GUERDON_BUILD:-build}
jobs=$(nproc)
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1
export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.supp:print_suppressions=0
passed=0
failed=0

step() { printf '\n── %s (%d s)\n' "$1" "$SECONDS"; }

# count PASSED FAILED: adds to the sums.
count() {
  passed=$((passed + $1))
  failed=$((failed + $2))
}

# one NAME COMMAND…: a step that passes or fails as a whole.
one() {
  step "$1"
  if "${@:2}"; then count 1 0; else count 0 1; fi
}

finish() {
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0 && passed > 0))
  exit
}

# suites PRESET: builds it and runs everything that ctest knows. A suite ends with its own `N passed, N failed`; one that says nothing counts as one.
suites() {
  step "build $1"
  if ! { cmake --preset "$1" -B "$build/$1" >"$build/$1.log" 2>&1 || { cat "$build/$1.log"; false; }; } ||
    ! cmake --build "$build/$1" -j "$jobs" -- --quiet; then
    count 0 1
    finish
  fi
  step "test $1"
  ctest --test-dir "$build/$1" --output-on-failure --no-tests=error -j "$jobs" --timeout 900
  local sums
  sums=$(awk '
    / Testing: / { said = 0; good = 0; bad = 0 }
    /^[0-9]+ passed, [0-9]+ failed$/ { said = 1; good = $1; bad = $3 }
    /^Test (Passed|Failed)\.$/ {
      if ($2 == "Failed." && bad == 0) bad = 1
      if ($2 == "Passed." && !said) good = 1
      passed += good; failed += bad
    }
    END { print passed + 0, failed + 0 }' "$build/$1/Testing/Temporary/LastTest.log")
  count ${sums:-0 1}
}

format() { git ls-files -z '*.cpp' '*.h' | xargs -0 -r clang-format --dry-run -Werror; }

# documents: every document of LEVER UP that the tests issue, left in build/documents.
documents() {
  rm -rf "$build/documents" && mkdir -p "$build/documents" &&
    GUERDON_KEEP_PDFS=$(realpath "$build/documents") "$build/dev/tests/test_flow" --source-file='*lever_up_pages_test.cpp' >/dev/null
}

examples() { examples/run.sh "$build/examples" >"$build/examples.log" 2>&1 || { tail -n 40 "$build/examples.log" && false; }; }

# specimens: both schemes in every design and language, left in build/specimens.
specimens() { tests/specimens.sh "$build/dev/guerdon" "$build/specimens" >"$build/specimens.log" 2>&1 || { tail -n 40 "$build/specimens.log" && false; }; }

# fuzz: a short run of every fuzz target, with a fixed seed.
fuzz() {
  { cmake --preset fuzz -B "$build/fuzz" >"$build/fuzz.log" 2>&1 && cmake --build "$build/fuzz" -j "$jobs" --target fuzz -- --quiet; } ||
    { cat "$build/fuzz.log" && return 1; }
  tests/fuzz/run.py "$build/fuzz" --jobs "$jobs"
}

step "set up"
cmake/setup.sh tests || exit
mkdir -p "$build"
one "clang-format" format
suites dev
if [[ $mode == full ]]; then
  # Every document of the examples and of the tests before the judges of tests/verapdf.
  one "examples" examples
  one "documents" documents
  one "specimens" specimens
  one "veraPDF and structure" tests/verapdf/judge "$build/examples" "$build/documents" "$build/specimens"
  one "broken files are refused" tests/verapdf/broken.py "$build/examples"
  one "text comes back" tests/verapdf/text.py "$build/examples" "$build/documents"
  one "clang-tidy" python3 tests/tidy.py "$build/dev"
  suites asan
  one "fuzz" fuzz
  if [[ -f tests/meta/mutate.py ]]; then one "mutate" python3 tests/meta/mutate.py "$build/dev"; fi
fi
finish
