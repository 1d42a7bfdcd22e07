# System packages by apt-get, and the browser for the tests of the web page.

APT_LOG=$TREEHOUSE_CACHE/apt.log
BROWSER_PACKAGES="chromium chromium-driver"

# install_packages NAME...: returns 1 when apt-get fails, which then has said why in APT_LOG.
install_packages() {
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update >"$APT_LOG" 2>&1 || say "      apt-get update had errors; going on with the package lists at hand"
    apt-get -qq install -y --no-install-recommends -o Dpkg::Use-Pty=0 "$@" >>"$APT_LOG" 2>&1
}

# Only tests need the browser: where it cannot be installed, those of the web page are skipped and say so.
provide_browser() {
    if [ -x /usr/bin/chromium ] && [ -x /usr/bin/chromedriver ]; then return; fi
    local skipped="The tests of the web page will be skipped, since these system packages are missing: $BROWSER_PACKAGES"
    if [ -n "${TREEHOUSE_NO_SETUP-}" ] || [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        say "$skipped"
        return
    fi
    say "For the tests of the web page apt-get installs: $BROWSER_PACKAGES"
    # shellcheck disable=SC2086
    install_packages $BROWSER_PACKAGES || say "$skipped. apt-get failed; its output is in $APT_LOG"
}
