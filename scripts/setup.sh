# Set-up: from a bare machine to a program that is ready to start. Touches nothing when everything is there.

# What every command needs: the machine and the program built from the sources as they are.
set_up() {
    look_at_machine
    if [ -n "$GDAL_LIB" ] && is_built; then return; fi
    announce_set_up "the program: built by Maven into $TREEHOUSE_PROJECT/*/target"
    under_lock finish_set_up
}

# What the tests need: the same, except that they build the program themselves.
set_up_machine() {
    look_at_machine
    if [ -z "$GDAL_LIB" ]; then
        announce_set_up "the program and its tests: built by Maven into $TREEHOUSE_PROJECT/*/target"
        under_lock provide_gdal_lib
    fi
    require_writable
    under_lock provide_browser
    describe_machine
}

look_at_machine() {
    use_unicode_names
    find_jdk
    find_processor
    find_gdal_lib || GDAL_LIB=
}

describe_machine() {
    say "JDK $JDK_MAJOR in $JAVA_HOME, ND4J binary $ND4J_CLASSIFIER, GDAL's Java bindings in $GDAL_LIB"
}

# Says what will be installed and where before anything is; ends here when that is forbidden or cannot work.
announce_set_up() {
    local packages verb="Treehouse will set up"
    [ -z "${TREEHOUSE_NO_SETUP-}" ] || verb="Treehouse is not set up, and TREEHOUSE_NO_SETUP forbids to do it. Missing"
    say "$verb:"
    if [ -z "$GDAL_LIB" ]; then
        packages=$(command -v dpkg-query >/dev/null && missing_gdal_packages || true)
        [ -z "$packages" ] || say "  - system packages, by apt-get: $packages"
        say "  - GDAL's Java bindings: built from the distribution's source of GDAL into $TREEHOUSE_CACHE"
    fi
    say "  - Maven and Java libraries: downloaded into $HOME/.m2 (about 300 MB) unless they are there"
    say "  - $1"
    if [ -n "${TREEHOUSE_NO_SETUP-}" ]; then
        say "Run ./treehouse setup without that setting."
        exit 3
    fi
    require_writable
    [ -n "$GDAL_LIB" ] || require_packages_installable
}

# Ends with what to do when a folder that the set-up writes to belongs to somebody else.
require_writable() {
    local folder
    for folder in "$TREEHOUSE_CACHE" "$HOME/.m2"; do
        mkdir -p "$folder" 2>/dev/null && [ -w "$folder" ] || fail "The folder $folder cannot be written." \
            "Let HOME (and XDG_CACHE_HOME, if it is set) name a folder of your own."
    done
    [ -w "$TREEHOUSE_PROJECT" ] || fail "The project's folder $TREEHOUSE_PROJECT cannot be written, and the program is built in there." \
        "Run ./treehouse setup as the owner of the folder, or copy the project to a folder of your own."
}

finish_set_up() {
    provide_gdal_lib
    if is_built; then return; fi
    say "[3/3] The program: building it with JDK $JDK_MAJOR for the ND4J binary $ND4J_CLASSIFIER"
    build_program
    say "      ready after $SECONDS s"
}

provide_gdal_lib() {
    if find_gdal_lib; then
        say "[1/3] System packages: nothing to install"
        say "[2/3] GDAL's Java bindings: using those in $GDAL_LIB"
        return
    fi
    local missing
    missing=$(missing_gdal_packages)
    say "[1/3] System packages: ${missing:-nothing to install}"
    install_gdal_packages
    say "[2/3] GDAL's Java bindings: building them (about half a minute)"
    build_gdal_lib
    find_gdal_lib || fail "GDAL's Java bindings were built but do not load." "$(ldd "$TREEHOUSE_CACHE"/gdal-*/$GDAL_JNI | grep 'not found')"
}

# under_lock STEP: one set-up at a time, since Maven's cache and ours are shared by all copies of the project.
under_lock() {
    local lock
    mkdir -p "$TREEHOUSE_CACHE"
    exec {lock}>"$TREEHOUSE_CACHE/lock"
    flock --nonblock "$lock" || {
        say "Another set-up is running; waiting for it to end."
        flock "$lock"
    }
    "$1"
    exec {lock}>&-
}
