package io.treehouse.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    private Path home;

    private Store embedded() {
        return new Store(StoreSettings.embedded(home));
    }

    @Test
    void whatIsKeptIsThereAfterTheNextStart() {
        try (Store store = embedded()) {
            StoreCheck.insert(store, "a", "queued");
        }
        try (Store store = embedded()) {
            assertEquals("queued", StoreCheck.state(store, "a"));
        }
        assertTrue(Files.exists(home.resolve("treehouse.mv.db")));
    }

    @Test
    void workThatThrowsLeavesNothing() {
        try (Store store = embedded()) {
            assertThrows(
                    IllegalStateException.class,
                    () -> store.call(handle -> {
                        handle.execute("delete from retraining");
                        StoreCheck.insert(handle, "b", "queued");
                        throw new IllegalStateException("thrown by the work");
                    }));
            assertEquals(0, StoreCheck.count(store));
        }
    }

    @Test
    void faultsOfTheProgramAreNotTakenForALostDatabase() {
        try (Store store = embedded()) {
            StoreCheck.insert(store, "a", "queued");
            assertThrows(JdbiException.class, () -> StoreCheck.insert(store, "a", "queued"));
            assertThrows(JdbiException.class, () -> store.call(handle -> handle.execute("select nothing")));
        }
    }

    @Test
    void aValueThatItCannotKeepIsAProblemOfWhoGaveIt() {
        try (Store store = embedded()) {
            InputProblem tooLong =
                    assertThrows(InputProblem.class, () -> StoreCheck.insert(store, "a".repeat(41), "queued"));
            assertTrue(tooLong.getMessage().contains("too long"), tooLong.getMessage());
        }
    }

    @Test
    void aSecondServerInOneHomeIsToldSoAndGoesOnWhenTheFirstHasStopped() throws Exception {
        Store first = embedded();
        StoreCheck.insert(first, "a", "queued");
        // H2 lets one class loader open a file as often as it likes: the second server is another process.
        Process second = StoreProcess.start(home);
        assertTrue(StoreProcess.output(second).contains("cannot be used"), () -> "see the output of the process");
        first.close();
        assertEquals("1", StoreProcess.output(StoreProcess.start(home)).strip());
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidToBeUnavailable() {
        try (Store store =
                new Store(StoreSettings.postgresql("jdbc:postgresql://127.0.0.1:1/nothing", "someone", "secret"))) {
            StoreUnavailableException fault =
                    assertThrows(StoreUnavailableException.class, () -> StoreCheck.count(store));
            assertTrue(fault.getMessage().startsWith("The database jdbc:postgresql://127.0.0.1:1/nothing cannot"));
            assertFalse(fault.toString().contains("secret"));
        }
    }

    @Test
    void settingsThatWouldNotWorkAreRefused() {
        assertThrows(InputProblem.class, () -> StoreSettings.postgresql("jdbc:mysql://host/db", "", ""));
        assertThrows(InputProblem.class, () -> StoreSettings.postgresql("jdbc:postgresql:db?password=x", "", ""));
        assertThrows(InputProblem.class, () -> StoreSettings.embedded(Path.of("a;b")));
        assertFalse(new StoreSettings("jdbc:postgresql:db", "anna", "secret")
                .toString()
                .contains("secret"));
    }
}
