# Messages to the person at the terminal. All go to standard error: standard output belongs to the program's results.

say() {
    printf '%s\n' "$*" >&2
}

# complain WHAT [REMEDY...]: what is wrong, then what to do about it, one line each.
complain() {
    printf 'treehouse: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
}

# fail WHAT [REMEDY...]: as complain, and ends the program. Exit code 3 means that the machine is not ready.
fail() {
    complain "$@"
    exit 3
}
