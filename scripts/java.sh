# How the program runs in Java: the one place for the JVM's flags.

MAIN_CLASS=io.treehouse.server.cli.Main

# run_java COMMAND ARGUMENTS...: replaces this shell by the program.
run_java() {
    local options
    choose_options "$1"
    exec "$JAVA_HOME/bin/java" "${options[@]}" -cp "$APP_LIB/*" "$MAIN_CLASS" "$@"
}

# choose_options COMMAND: sets the JVM's options for a command, and the environment that goes with them.
choose_options() {
    options=("-Xmx$(heap_of "$1")"
        # Off-heap memory is not Java's heap: bounds for native tensors, and for the whole process.
        -Dorg.bytedeco.javacpp.logger=slf4j
        "-Dorg.bytedeco.javacpp.maxbytes=$(native_of "$1")"
        -Dorg.bytedeco.javacpp.maxphysicalbytes=0
        -XX:+UseSerialGC
        # Strips of large scenes live long: never to be copied from the young to the old generation.
        -XX:PretenureSizeThreshold=4m
        -XX:+ExitOnOutOfMemoryError
        -Djava.awt.headless=true
        "-Djava.library.path=$GDAL_LIB"
        "-Dtreehouse.home=$TREEHOUSE_PROJECT")
    if home_differs; then options+=("-Duser.home=$HOME"); fi
    if [ "$JDK_MAJOR" -ge 24 ]; then options+=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow); fi
    # A progress bar is for terminals only.
    if [ -t 2 ]; then options+=(-Dtreehouse.terminal=true); fi
    # Each engine works on a window of its own with one thread; more would take the cores from each other. So does each
    # copy of a network in training, of which there are four at most.
    if [ "$1" = train ] || [ "$1" = retrain ]; then
        export OMP_NUM_THREADS=${OMP_NUM_THREADS-$(($(nproc) < 8 ? 1 : $(nproc) / 4))}
    else
        export OMP_NUM_THREADS=${OMP_NUM_THREADS-1}
    fi
    # Memory that models leave is used again: glibc would keep a part of it for each of many threads.
    export MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX-2}
    # Threads that spin at OpenMP's barriers would take the cores from those that work.
    export OMP_WAIT_POLICY=${OMP_WAIT_POLICY-passive}
    # The benchmark's ONNX Runtime 1.29 would report to its makers, and crashes where it cannot (onnxruntime issue 32173).
    export ORT_DISABLE_TELEMETRY=1
    # shellcheck disable=SC2206
    options+=(${TREEHOUSE_JAVA_OPTS-})
}

heap_of() {
    case $1 in
        train | retrain) echo 5g ;;
        evaluate | quantize | benchmark | self-label) echo 2g ;;
        *) echo 1600m ;;
    esac
}

# Native memory: a training step of 16 crops holds its activations and gradients there.
native_of() {
    case $1 in
        train | retrain) echo 6g ;;
        *) echo 2g ;;
    esac
}
