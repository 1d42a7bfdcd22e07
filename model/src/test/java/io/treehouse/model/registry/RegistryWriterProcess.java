package io.treehouse.model.registry;

import java.nio.file.Path;
import java.util.Optional;

/** A process of its own that adds, promotes and deletes versions until it is done or killed. */
final class RegistryWriterProcess {
    private RegistryWriterProcess() {}

    /** Arguments: the registry's folder, the first bundle, this writer's bundle, and how often to go round. */
    public static void main(String[] arguments) {
        ModelRegistry registry = new ModelRegistry(Path.of(arguments[0]), Path.of(arguments[1]));
        writeRounds(
                registry,
                Path.of(arguments[2]),
                Integer.parseInt(arguments[3]),
                () -> System.out.println("changes now"));
    }

    /**
     * Each round has five changes; the version of the bundle is gone at its end.
     *
     * @param before is called before each change
     */
    static void writeRounds(ModelRegistry registry, Path bundle, int rounds, Runnable before) {
        ModelId first = registry.state().versions().get(0).id();
        Change change = new Change(bundle.getFileName().toString(), "a round");
        for (int round = 0; round < rounds; round++) {
            before.run();
            ModelId own = registry.add(bundle, Optional.empty(), change).id();
            before.run();
            registry.promote(own, change);
            before.run();
            registry.promote(first, change);
            before.run();
            registry.retire(own, change);
            before.run();
            registry.delete(own, change);
        }
    }
}
