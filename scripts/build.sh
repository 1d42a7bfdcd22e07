# The Maven build and the stamp that tells whether what is built fits the sources.

APP_LIB=$TREEHOUSE_PROJECT/server/target/lib
STAMP=$TREEHOUSE_PROJECT/server/target/treehouse.stamp

# Everything that decides what the build makes. Needs JDK_MAJOR and ND4J_CLASSIFIER.
stamp_of_sources() {
    (
        cd "$TREEHOUSE_PROJECT"
        echo "jdk $JDK_MAJOR nd4j $ND4J_CLASSIFIER"
        find pom.xml treehouse scripts .mvn -type f -print0 | sort -z | xargs -0 sha256sum
        find datasets model inference training server \( -name target -o -name test -o -name node_modules \) -prune -o -type f -print0 | sort -z | xargs -0 sha256sum
    ) | sha256sum | cut -d' ' -f1
}

is_built() {
    [ -r "$STAMP" ] && [ "$(cat "$STAMP")" = "$(stamp_of_sources)" ]
}

# maven ARGUMENTS...: the wrapper, with what was found on this machine. Needs JAVA_HOME, ND4J_CLASSIFIER and GDAL_LIB.
maven() (
    cd "$TREEHOUSE_PROJECT"
    set -- --batch-mode --no-transfer-progress "-Dnd4j.classifier=$ND4J_CLASSIFIER" "-Dtreehouse.gdal.lib=$GDAL_LIB" "$@"
    if home_differs; then
        set -- "-Duser.home=$HOME" "-Dmaven.repo.local=$HOME/.m2/repository" "$@"
    fi
    exec ./mvnw "$@"
)

build_program() {
    local log=$TREEHOUSE_PROJECT/.treehouse/build.log stamp
    mkdir -p "${log%/*}"
    stamp=$(stamp_of_sources)
    rm -rf "$APP_LIB" "$STAMP"
    maven -DskipTests -Dspotless.check.skip package >"$log" 2>&1 &
    report_build_progress $! "$log"
    wait $! || fail "The build failed." "$(grep -m 8 -e '^\[ERROR\]' "$log" || tail -n 8 "$log")" "The whole output is in $log"
    printf '%s\n' "$stamp" >"$STAMP"
}

# A line every ten seconds while the build runs: which module, how much has been downloaded.
report_build_progress() {
    local pid=$1 log=$2 seconds=0 module
    while kill -0 "$pid" 2>/dev/null; do
        sleep 1
        seconds=$((seconds + 1))
        [ $((seconds % 10)) = 0 ] || continue
        module=$(sed -n 's/^\[INFO\] Building \(.*\) *\[\(.*\)\]$/\1, module \2/p' "$log" | tail -n 1 | tr -s ' ')
        say "      $seconds s: ${module:-starting Maven}; Maven's cache holds $(du -sm "$HOME/.m2" 2>/dev/null | cut -f1) MB"
    done
}

run_tests() {
    set_up_machine
    local stamp begin=$SECONDS log=$TREEHOUSE_PROJECT/.treehouse/test.log
    mkdir -p "${log%/*}"
    stamp=$(stamp_of_sources)
    rm -rf "$APP_LIB" "$STAMP"
    if maven "$@" verify 2>&1 | tee "$log"; then
        printf '%s\n' "$stamp" >"$STAMP"
        say "PASSED: $(count_tests "$log") in $((SECONDS - begin)) s."
    else
        say "FAILED after $((SECONDS - begin)) s: $(count_tests "$log"). What failed stands above and in $log"
        return 1
    fi
}

# Sums Surefire's closing line of each module.
count_tests() {
    sed -n 's/^.*Tests run: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\), Skipped: \([0-9]*\)$/\1 \2 \3 \4/p' "$1" |
        awk '{ run += $1; bad += $2 + $3; skipped += $4 } END { printf "%d tests run, %d failed, %d skipped", run, bad, skipped }'
}
