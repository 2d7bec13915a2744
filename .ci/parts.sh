# Runs named parts one after the other, whether or not an earlier one failed, and keeps the time of each.
# Sourced by run and full.

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
passed=0 failed=0 table=""

# run_parts NAME…: those lines of `parts` that are named, or all. A line is "NAME | PYTHON | COMMAND"; where its Python
# is missing, this is said aloud and not counted as passed.
run_parts() {
    local line name python command
    for name in "$@"; do
        if [[ $'\n'$(names)$'\n' != *$'\n'"$name"$'\n'* ]]; then
            printf 'no part is called "%s"; expected one of these:\n%s\n' "$name" "$(names)" >&2
            exit 2
        fi
    done
    for line in "${parts[@]}"; do
        IFS='|' read -r name python command < <(sed 's/ *| */|/g' <<<"$line")
        if [ $# != 0 ] && [[ $'\n'$(printf '%s\n' "$@")$'\n' != *$'\n'"$name"$'\n'* ]]; then
            continue
        elif find_python "$python"; then
            read -ra command <<<"$command"
            part "$name" "${command[@]}"
        else
            echo "Python $python is not on this machine: NOT TESTED"
            note "$name" "-" "not tested: this Python is missing"
        fi
    done
}

names() {
    printf '%s\n' "${parts[@]}" | sed 's/ *|.*//'
}

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
