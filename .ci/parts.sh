# Runs named parts one after the other, whether or not an earlier one failed, and keeps the time of each.
# Sourced by run and full.

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
passed=0 failed=0 table=""

# part NAME COMMAND…: the command's lines are printed as they run; its first failure ends it.
part() {
    local name=$1 started=$SECONDS result
    shift
    echo
    echo "#### $name"
    set +e
    (
        set -euxo pipefail
        "$@"
    ) </dev/null 2>&1
    if [ $? = 0 ]; then
        result=passed passed=$((passed + 1))
    else
        result=FAILED failed=$((failed + 1))
    fi
    set -e
    note "$name" "$((SECONDS - started)) s" "$result"
    echo "#### $name: $result after $((SECONDS - started)) s"
}

# note NAME TIME RESULT: one line of the table.
note() {
    table+=$(printf '%-44s %8s  %s' "$1" "$2" "$3")$'\n'
}

fresh_clone() {
    git clone --quiet "$root" "$1"
}

say_what_is_not_committed() {
    if [ -n "$(git status --porcelain)" ]; then
        echo "Not committed, so not tested:"
        git status --short
    fi
}
