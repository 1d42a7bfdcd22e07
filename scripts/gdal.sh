# GDAL's Java bindings: find libgdalalljni.so, or have it built from the distribution's own source of GDAL.

GDAL_JNI=libgdalalljni.so
GDAL_PACKAGES="libgdal-dev swig g++ xz-utils"

# Sets GDAL_LIB to the folder of a usable libgdalalljni.so; returns 1 when there is none.
find_gdal_lib() {
    local given=${TREEHOUSE_GDAL_LIB-} folder
    if [ -n "$given" ]; then
        [ -d "$given" ] || given=$(dirname "$given")
        loads "$given/$GDAL_JNI" || fail "TREEHOUSE_GDAL_LIB is '$TREEHOUSE_GDAL_LIB', but no $GDAL_JNI that loads is there." \
            "Let it name the folder of that library, or unset it: then Treehouse looks for one and builds one if need be."
        GDAL_LIB=$(cd "$given" && pwd)
        return
    fi
    while IFS= read -r folder; do
        if [ -n "$folder" ] && loads "$folder/$GDAL_JNI"; then
            GDAL_LIB=$folder
            return
        fi
    done < <(gdal_lib_folders)
    return 1
}

# Where distributions, OSGeo's images and conda put it (Java's default library path among them), then our own build.
gdal_lib_folders() {
    printf '%s\n' "${LD_LIBRARY_PATH-}" | tr : '\n'
    [ -z "${CONDA_PREFIX-}" ] || printf '%s\n' "$CONDA_PREFIX/lib" "$CONDA_PREFIX/lib/jni"
    printf '%s\n' /usr/java/packages/lib /usr/lib/x86_64-linux-gnu/jni /usr/lib/jni /usr/local/lib /usr/local/lib/jni \
        /usr/lib/x86_64-linux-gnu /usr/lib64 /usr/lib /usr/share/java /usr/local/share/java "$TREEHOUSE_CACHE"/gdal-*
}

# Whether the library is there and finds every library that it needs (an upgrade of GDAL takes the old one away).
loads() {
    [ -r "$1" ] && ! ldd "$1" 2>&1 | grep -q 'not found'
}

# The Debian packages that the build needs and that are not installed.
missing_gdal_packages() {
    local package missing=
    for package in $GDAL_PACKAGES; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing="$missing $package"
    done
    printf '%s' "${missing# }"
}

# Ends with what to do when the packages that are missing cannot be installed from here.
require_packages_installable() {
    local missing remedy="Or let TREEHOUSE_GDAL_LIB name the folder of a $GDAL_JNI (in conda: libgdal-java; OSGeo's images have it)."
    command -v apt-get >/dev/null || fail "GDAL's Java bindings are missing, and this machine has no apt-get to install what builds them." \
        "Install GDAL with its Java bindings by your system's own means." "$remedy"
    missing=$(missing_gdal_packages)
    [ -z "$missing" ] || [ "$(id -u)" = 0 ] || fail "These system packages are missing, and only root may install them: $missing" \
        "Ask an administrator for: apt-get install --no-install-recommends $missing" "$remedy"
}

install_gdal_packages() {
    # shellcheck disable=SC2046
    set -- $(missing_gdal_packages)
    [ $# -gt 0 ] || return 0
    install_packages "$@" || fail "apt-get could not install: $*" "$(tail -n 3 "$APT_LOG")" "The whole output is in $APT_LOG"
}

build_gdal_lib() {
    local log=$TREEHOUSE_CACHE/gdal-build.log
    bash "$TREEHOUSE_PROJECT/scripts/build-gdal-java.sh" "$TREEHOUSE_CACHE" "$JAVA_HOME" >"$log" 2>&1 ||
        fail "GDAL's Java bindings could not be built." "$(tail -n 4 "$log")" "The whole output is in $log" \
            "With a $GDAL_JNI from elsewhere, let TREEHOUSE_GDAL_LIB name its folder."
}
