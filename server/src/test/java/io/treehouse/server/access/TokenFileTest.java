package io.treehouse.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.treehouse.datasets.problem.InputProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {
    @TempDir
    Path folder;

    private TokenFile file;

    @BeforeEach
    void place() {
        file = new TokenFile(folder.resolve("registry/tokens"));
    }

    @Test
    void keepsOnlyHashesInAFileThatItsOwnerAloneReads() throws Exception {
        String secret = file.add("planner", Scope.CLASSIFY);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        assertFalse(Files.readString(file.path()).contains(secret));
        assertEquals(List.of(new Token("planner", Scope.CLASSIFY, Token.hash(secret))), file.read());
        try (var entries = Files.list(file.path().getParent())) {
            assertEquals(List.of(file.path()), entries.toList(), "nothing else stays behind");
        }
    }

    @Test
    void hashesBySha256() {
        // FIPS 180-2, appendix B.1.
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Token.hash("abc"));
    }

    @Test
    void knowsATokenAsBearerAndAsTheBrowsersPassword() {
        String secret = file.add("planner", Scope.CLASSIFY);
        KnownTokens known = new KnownTokens(file);

        assertEquals(
                "planner", known.presentedBy("Bearer " + secret).orElseThrow().name());
        assertEquals(
                "planner",
                known.presentedBy(basic("anyone:" + secret)).orElseThrow().name());
        for (String wrong : new String[] {
            null, "", "Bearer ", "Bearer x", secret, "bearer", basic(secret), "Basic ???", "Digest " + secret
        }) {
            assertEquals(Optional.empty(), known.presentedBy(wrong), wrong);
        }
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noticesTokensThatAreMadeAndRevokedWhileItRuns() throws Exception {
        String first = file.add("first", Scope.READ);
        Files.setLastModifiedTime(file.path(), FileTime.fromMillis(1));
        KnownTokens known = new KnownTokens(file);

        String second = file.add("second", Scope.ADMIN);
        file.revoke("first");

        assertTrue(known.presentedBy("Bearer " + first).isEmpty());
        assertEquals(
                Scope.ADMIN, known.presentedBy("Bearer " + second).orElseThrow().scope());
        assertNotEquals(first, second);
    }

    @Test
    void refusesTheSameNameTwiceAndNamesThatAreNone() {
        file.add("planner", Scope.READ);

        assertThrows(InputProblem.class, () -> file.add("planner", Scope.ADMIN));
        assertThrows(InputProblem.class, () -> file.add("two words", Scope.READ));
        assertThrows(InputProblem.class, () -> file.revoke("nobody"));
        assertEquals(1, file.read().size());
    }

    @Test
    void isNotUsedIfOthersCanReadIt() throws Exception {
        file.add("planner", Scope.READ);
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));

        InputProblem problem = assertThrows(InputProblem.class, file::read);
        assertTrue(problem.remedy().contains("chmod 600"), problem.remedy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"planner", "planner boss 00", "planner read zz", "planner read 00 11"})
    void isNotUsedIfDamaged(String line) throws Exception {
        file.add("other", Scope.READ);
        Files.writeString(file.path(), line + "\n");

        assertThrows(InputProblem.class, file::read);
    }
}
