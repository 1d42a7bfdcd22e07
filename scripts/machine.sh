# What this machine is: its JDK, its processor, its user's caches.

[ -n "${HOME-}" ] || fail "HOME is not set; Maven and Treehouse keep what they download below it." "Let HOME name a folder of your own."
TREEHOUSE_CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/treehouse
OLDEST_JDK=17

# Sets JAVA_HOME and JDK_MAJOR to a JDK that can compile, or ends with what to install.
find_jdk() {
    local javac=${JAVA_HOME:+$JAVA_HOME/bin/javac}
    [ -n "$javac" ] && [ -x "$javac" ] || javac=$(command -v javac || true)
    [ -n "$javac" ] || fail "No Java compiler (javac) was found: neither in JAVA_HOME nor on the PATH." \
        "Treehouse needs a JDK $OLDEST_JDK or newer, not only a Java runtime. On Debian: apt-get install openjdk-17-jdk-headless"
    JAVA_HOME=$(cd -P "$(dirname "$(readlink -f "$javac")")/.." && pwd)
    export JAVA_HOME
    JDK_MAJOR=$("$JAVA_HOME/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
    [ "${JDK_MAJOR:-0}" -ge "$OLDEST_JDK" ] || fail "The JDK in $JAVA_HOME is version ${JDK_MAJOR:-unknown}; $OLDEST_JDK is the oldest that works." \
        "Install a newer one, or let JAVA_HOME point to it. On Debian: apt-get install openjdk-17-jdk-headless"
}

# Sets ND4J_CLASSIFIER to the ND4J binary that fits the processor.
find_processor() {
    local system
    system="$(uname -s) $(uname -m)"
    [ "$system" = "Linux x86_64" ] || fail "This machine is '$system'; Treehouse's native libraries exist for 'Linux x86_64' only."
    local flags
    flags=" $(grep -m1 '^flags' /proc/cpuinfo | cut -d: -f2) "
    if has_all "$flags" avx512f avx512dq avx512bw avx512vl; then
        ND4J_CLASSIFIER=linux-x86_64-onednn-avx512
    elif has_all "$flags" avx2 fma; then
        ND4J_CLASSIFIER=linux-x86_64-onednn-avx2
    else
        ND4J_CLASSIFIER=linux-x86_64
    fi
}

has_all() {
    local flags=$1 flag
    shift
    for flag; do
        case $flags in *" $flag "*) ;; *) return 1 ;; esac
    done
}

# Java takes the home folder from the user database, the caches belong where HOME says.
home_differs() {
    [ "$HOME" != "$(getent passwd "$(id -u)" | cut -d: -f6)" ]
}

# Java decodes file names and arguments by the locale, and an ASCII locale loses all other letters.
use_unicode_names() {
    if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then export LC_ALL=C.UTF-8; fi
}
