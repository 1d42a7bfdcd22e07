package io.treehouse.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.treehouse.server.access.CallerLimits;
import io.treehouse.server.access.KnownTokens;
import io.treehouse.server.access.Scope;
import io.treehouse.server.access.TokenFile;
import io.treehouse.server.http.Access;
import io.treehouse.server.http.ClassifierService;
import io.treehouse.server.http.ModelService;
import io.treehouse.server.http.ServerOptions;
import io.treehouse.server.http.Services;
import io.treehouse.server.http.TreehouseServer;
import io.treehouse.server.models.ServedVersions;
import io.treehouse.server.models.TestVersions;
import io.treehouse.server.retraining.TestWorkshop;
import io.treehouse.server.retraining.Workshop;
import io.treehouse.server.store.Store;
import io.treehouse.server.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The pages of models and retrainings in a real browser, with models of a few weights. A script takes the place of the
 * training and waits for the test, which writes the logs that a training writes.
 */
class AdministrationPagesTest {
    private static final String SCRIPT = "while [ ! -e \"$0/go\" ]; do sleep 0.05; done";

    @TempDir
    static Path home;

    private static TestVersions models;
    private static ServedVersions versions;
    private static Store store;
    private static Workshop workshop;
    private static TreehouseServer server;
    private static TreehouseServer guarded;
    private static String reader;
    private static String administrator;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Browser.isInstalled(),
                "skipped without a browser: apt-get install chromium chromium-driver makes this test run");
        models = new TestVersions(home);
        models.add(2);
        versions = ServedVersions.open(models.registry(), TestVersions.opener(), 1);
        store = new Store(StoreSettings.embedded(home));
        Path town = Files.createDirectories(home.resolve("catalogs/town"));
        Files.writeString(town.resolve("dataset.json"), """
                {"name": "town", "root": ".", "images": "images/*.png", "gsdMetres": 0.5,
                 "legend": {"0": {"classes": ["other"]}}}
                """);
        workshop = TestWorkshop.open(store, home, SCRIPT);
        workshop.begin();
        Services services = Services.of(new ClassifierService(versions))
                .with(new ModelService(models.registry(), versions))
                .with(workshop);
        server = TreehouseServer.start(ServerOptions.defaults().onPort(0), services);
        TokenFile tokens = new TokenFile(home.resolve("tokens"));
        reader = tokens.add("visitor", Scope.READ);
        administrator = tokens.add("boss", Scope.ADMIN);
        guarded = TreehouseServer.start(
                ServerOptions.defaults().onPort(0),
                services.with(Access.byTokens(new KnownTokens(tokens), new CallerLimits(6000, 16))));
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            server.close();
            guarded.close();
            workshop.close();
            store.close();
            versions.close();
        }
    }

    @AfterEach
    void nothingIsWrongInThePage() {
        browser.assertNoErrors();
    }

    private static void open(String page) {
        browser.openAnew("http://127.0.0.1:" + server.port() + "/#/" + page, 1360, 850);
    }

    /** The card whose heading begins with a text. */
    private static WebElement card(String heading) {
        return browser.until(open ->
                open.findElement(By.xpath("//article[.//h2[starts-with(normalize-space(), '" + heading + "')]]")));
    }

    private static void serves(String version) {
        browser.await(() -> card("test-model " + version).getText().contains("Serving"));
        assertEquals(version, versions.serving().version());
    }

    private static void confirm(String reason) {
        browser.find("dialog #reason").sendKeys(reason);
        browser.button("Yes").click();
    }

    @Test
    void aVersionIsPromotedAndRolledBackWithTheReasonInTheHistory() throws Exception {
        open("models");
        serves("1");

        card("test-model 2").findElement(By.xpath(".//button[.='Promote']")).click();
        browser.assertAccessible("question");
        browser.photograph("promote");
        browser.button("Cancel").click();
        assertEquals(0, browser.all("dialog").size());
        serves("1");
        card("test-model 2").findElement(By.xpath(".//button[.='Promote']")).click();
        confirm("better on roofs");
        serves("2");
        browser.photograph("promoted");

        browser.button("Roll back").click();
        confirm("worse on water");
        serves("1");

        card("test-model 2").findElement(By.tagName("summary")).click();
        browser.await(() -> card("test-model 2").getText().contains("better on roofs"));
        browser.assertAccessible("models");
    }

    @Test
    void aRetrainingIsOrderedWatchedAndReported() throws Exception {
        open("retrainings");
        browser.find("details summary").click();
        browser.find("#catalogs").sendKeys("town");
        browser.button("Begin").click();
        card("town");
        Path folder = folderOf(workshop.list().get(0).id());

        Files.writeString(folder.resolve("plan.json"), """
                {"start": "test-model@1", "startIsNamed": false, "newSets": ["town"], "skipped": [], "minutes": 30}
                """);
        Files.writeString(folder.resolve("training.csv"), "step,loss,rate,seconds\n1,0.9,0.1,2\n2,0.7,0.1,4\n");
        Files.writeString(folder.resolve("validation.csv"), "step,meanIou\n");
        Files.writeString(folder.resolve("config.json"), "{\"steps\": 8}");
        browser.await(() -> card("town").getText().contains("step 2 of 8"));
        assertEquals(1, browser.all(".curve").size(), "the loss; no scores yet");
        Files.writeString(folder.resolve("training.csv"), "3,0.5,0.1,6\n4,0.4,0.1,8\n", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("validation.csv"), "2,0.3\n4,0.5\n", StandardOpenOption.APPEND);
        browser.await(() -> browser.all(".curve").size() == 2);
        assertTrue(card("town").getText().contains("loss 0.625"), "the mean of the four");
        browser.photograph("retraining");
        browser.assertAccessible("retraining");

        Files.writeString(
                folder.resolve("report.md"), "# test-model@3\n\n| class | before |\n|---|---|\n| water | 0.9 |\n");
        Files.writeString(
                folder.resolve("report.json"), "{\"candidate\": \"test-model@3\", \"decision\": \"may serve\"}");
        Files.createFile(folder.resolve("go"));
        browser.await(() -> card("town").getText().contains("test-model@3 may serve"));
        card("town").findElement(By.tagName("summary")).click();
        assertEquals("water", browser.find(".report tbody th").getText());
        browser.photograph("retrained");
        browser.assertAccessible("retrained");
    }

    @Test
    void aRetrainingIsCancelled() throws Exception {
        int before = workshop.list().size();
        open("retrainings");
        browser.find("details summary").click();
        browser.find("#catalogs").sendKeys("nowhere");
        browser.button("Begin").click();
        browser.await(() -> browser.find(".problem").getText().contains("nowhere"));
        assertEquals(before, workshop.list().size());

        browser.find("#catalogs").clear();
        browser.find("#catalogs").sendKeys("town");
        browser.button("Begin").click();
        browser.button("Cancel").click();
        browser.button("Yes").click();

        browser.await(() -> "cancelled".equals(workshop.list().get(0).state()));
        browser.await(() -> card("town").getText().contains("Cancelled"));
        assertFalse(card("town").getText().contains("Cancel\n"));
    }

    @Test
    void aServerThatIsAwayIsSaidToBeSoUntilItIsBack() {
        open("retrainings");
        browser.find("details summary").click();
        browser.find("#catalogs").sendKeys("town");
        browser.run("window.there = window.fetch; window.fetch = () => Promise.reject(new TypeError('away'))");
        browser.button("Begin").click();
        browser.await(() -> browser.find(".problem").getText().contains("The server does not answer"));

        browser.run("window.fetch = window.there");

        browser.await(() -> browser.all(".problem").isEmpty());
    }

    private static Path folderOf(String id) throws IOException {
        return Files.createDirectories(home.resolve("retrainings").resolve(id));
    }

    @Test
    void whoeverMayNotPromoteIsToldWhichScopeIsMissingAndGivesAnotherToken() throws Exception {
        browser.openAnew("http://anyone:" + reader + "@127.0.0.1:" + guarded.port() + "/#/models", 1360, 850);
        card("test-model 2").findElement(By.xpath(".//button[.='Promote']")).click();
        confirm("");
        String refused = browser.find(".problem").getText();
        assertTrue(refused.contains("'visitor' has the scope 'read'") && refused.contains("needs 'admin'"), refused);
        browser.photograph("scope");
        browser.assertAccessible("scope");

        giveToken("no token of this server");
        browser.await(() -> browser.find(".problem").getText().contains("does not know the token"));
        giveToken(administrator);
        card("test-model 2").findElement(By.xpath(".//button[.='Promote']")).click();
        confirm("");
        serves("2");
        browser.button("Roll back").click();
        confirm("");
        serves("1");
        assertEquals(
                List.of("Token"),
                browser.all("header button").stream().map(WebElement::getText).toList());
    }

    private static void giveToken(String token) {
        browser.button("Use another token…").click();
        browser.find("#token").sendKeys(token);
        browser.button("Use it").click();
    }
}
