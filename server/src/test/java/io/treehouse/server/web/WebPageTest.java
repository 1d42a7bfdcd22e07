package io.treehouse.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The page as people use it: with the model that ships, in a real browser. Pictures of it are left in target/page. */
class WebPageTest {
    private static final String DROP_THE_EXAMPLE = """
            const done = arguments[arguments.length - 1];
            fetch('/web/virginia_naip_1m_rgbn.tif').then(response => response.blob()).then(blob => {
                const transfer = new DataTransfer();
                transfer.items.add(new File([blob], 'valley.tif'));
                dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
                done();
            });
            """;

    private static final Path SCENE =
            Path.of(System.getProperty("treehouse.home"), "datasets", "scenes", "virginia_naip_1m_rgbn.tif");

    @TempDir
    static Path folder;

    private static ShippedModelServer server;
    private static Browser browser;

    @BeforeAll
    static void start() {
        assumeTrue(
                Browser.isInstalled(),
                "skipped without a browser: apt-get install chromium chromium-driver makes this test run");
        server = new ShippedModelServer(folder);
        browser = new Browser();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @AfterEach
    void nothingIsWrongInThePage() {
        browser.assertNoErrors();
    }

    private static void openPage(int width, int height) {
        browser.openAnew(server.address(), width, height);
    }

    private static void dropTheExample() {
        browser.runAsynchronously(DROP_THE_EXAMPLE);
        browser.find(".stage[data-ready]");
    }

    /** Waits until the map looks other than before. */
    private static byte[] otherThan(byte[] before) {
        WebElement map = browser.find(".map");
        return browser.until(open -> {
            byte[] now = browser.look(map);
            return Arrays.equals(now, before) ? null : now;
        });
    }

    @Test
    void aPictureIsDroppedAndItsMapAndFiguresAreShown() throws Exception {
        openPage(1360, 850);
        browser.assertAccessible("start");
        browser.photograph("start");

        dropTheExample();

        assertEquals(5, browser.all(".panel section .classes tbody tr").size());
        String canopy = browser.all(".classes tbody tr").get(4).getText();
        assertTrue(canopy.startsWith("Tree canopy 8") && canopy.contains(" ha"), canopy);
        browser.actions().moveToElement(browser.find(".map")).perform();
        browser.await(() -> browser.find(".readout").getText().contains("sure"));
        browser.photograph("result");
        browser.assertAccessible("result");
    }

    @Test
    void layersAreSwitchedAndBeforeAndAfterAreCompared() throws Exception {
        openPage(1360, 850);
        dropTheExample();
        byte[] overlay = otherThan(new byte[0]);

        browser.button("Tree crowns").click();
        byte[] crowns = otherThan(overlay);
        browser.button("Before / after").click();
        byte[] half = otherThan(crowns);
        browser.photograph("before-after");
        browser.find(".divider").sendKeys(Keys.END);
        byte[] before = otherThan(half);
        browser.button("Before / after").click();
        browser.run("const o = document.getElementById('opacity'); o.value = 0; o.dispatchEvent(new Event('input'));");

        assertFalse(Arrays.equals(before, otherThan(before)));
    }

    @Test
    void aZoneIsDrawnAndGetsFiguresOfItsOwn() throws Exception {
        openPage(1360, 850);
        dropTheExample();
        WebElement map = browser.find(".map");

        browser.button("Draw a zone").click();
        browser.actions().moveToElement(map, -150, -120).click().perform();
        browser.actions().moveToElement(map, 40, -140).click().perform();
        browser.actions().moveToElement(map, 0, 110).click().perform();
        cornersAre(3);
        browser.button("Finish").click();

        String zone = browser.find(".zone").getText();
        assertTrue(zone.startsWith("Zone 1") && zone.contains("Tree canopy"), zone);
        browser.photograph("zone");
        browser.assertAccessible("zone");
    }

    @Test
    void aFileThatIsNoPictureIsRefusedInTheWordsOfTheServer() throws Exception {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam");
        openPage(1360, 850);

        browser.find("#file").sendKeys(file.toString());

        String problem = browser.find(".problem").getText();
        assertTrue(problem.contains("Unsupported format") && problem.contains("What to do:"), problem);
        browser.photograph("problem");
        browser.assertAccessible("problem");
        browser.find(".welcome");
    }

    @Test
    void everythingIsReachedByKeyboardAlone() {
        openPage(1360, 850);

        tabTo("Try the example");
        browser.type(Keys.ENTER);
        browser.find(".stage[data-ready]");
        tabTo("Draw a zone");
        browser.type(Keys.ENTER);
        browser.type(Keys.SPACE, Keys.ARROW_RIGHT);
        cornersAre(1);
        browser.await(WebPageTest::isMapAtRest);
        browser.type(Keys.SPACE, Keys.ARROW_DOWN);
        cornersAre(2);
        browser.await(WebPageTest::isMapAtRest);
        browser.type(Keys.SPACE);
        cornersAre(3);
        browser.type(Keys.ENTER);

        assertTrue(browser.find(".zone").getText().startsWith("Zone 1"));
        assertTrue(browser.find(".readout").getText().contains("sure"));
    }

    private static void cornersAre(int count) {
        browser.await(() -> browser.find(".draft").getText().contains(count + " corners"));
    }

    /** Two pictures of it, one after the other, are the same. */
    private static boolean isMapAtRest() {
        WebElement map = browser.find(".map");
        return Arrays.equals(browser.look(map), browser.look(map));
    }

    private static void tabTo(String text) {
        for (int i = 0; i < 40; i++) {
            browser.type(Keys.TAB);
            if (text.equals(browser.run("return document.activeElement.textContent"))) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to '" + text + "'");
    }

    @Test
    void onAPhoneNothingStandsBeyondTheEdge() throws Exception {
        openPage(390, 844);
        browser.photograph("phone-start");
        dropTheExample();
        browser.photograph("phone");

        assertEquals(
                true,
                browser.run("return document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
        browser.assertAccessible("phone");
    }

    @Test
    void aSceneIsHandedInAsAJobAndItsResultsAreLinked() throws Exception {
        openPage(1360, 850);
        browser.find("a[href='#/jobs']").click();

        // The map has a field of that name too, until the page of jobs is there.
        browser.find(".hand-in #file").sendKeys(SCENE.toString());
        browser.button("Draw…").click();
        WebElement board = browser.find(".drawing-board[data-ready] .map");
        browser.assertAccessible("drawing");
        browser.actions().moveToElement(board, -150, -120).click().perform();
        browser.actions().moveToElement(board, 120, -140).click().perform();
        browser.actions().moveToElement(board, 0, 110).click().perform();
        browser.await(() -> browser.find(".drawing-board").getText().contains("3 corners"));
        browser.photograph("drawing");
        browser.button("Finish").click();
        browser.await(() -> browser.find(".hand-in").getText().contains("Polygons drawn: 1"));
        browser.find("#gsd").sendKeys("a metre");
        browser.button("Hand in").click();
        browser.await(() -> browser.find(".problem").getText().contains("a metre"));
        browser.find("#gsd").clear();
        browser.button("Hand in").click();

        browser.find(".job-done");
        browser.await(() -> browser.find(".model").getText().contains("virginia_naip_1m_rgbn.tif"));
        browser.photograph("jobs");
        browser.assertAccessible("jobs");
        browser.find(".model a.primary").click();
        browser.find(".stage[data-ready]");
        assertTrue(browser.find(".headline").getText().contains("without imagery"), "outside of the polygon");
        assertTrue(browser.find("a.download[download$='classes.tif']")
                .getDomAttribute("href")
                .startsWith("/v1/results/"));
        browser.find("#zones-file").sendKeys(polygon("mill.geojson").toString());
        assertTrue(browser.find(".zone").getText().contains("Tree canopy"));
        browser.photograph("job");
        browser.assertAccessible("job");
    }

    /** A file with a polygon inside of the example. */
    private static Path polygon(String name) throws IOException {
        return Files.writeString(folder.resolve(name), """
                {"type": "Feature", "properties": {"name": "Valley"}, "geometry": {"type": "Polygon", "coordinates":
                 [[[%1$s, %3$s], [%2$s, %3$s], [%2$s, %4$s], [%1$s, %4$s], [%1$s, %3$s]]]}}
                """.formatted(-78.939, -78.936, 37.9955, 37.9985));
    }

    @Test
    void theModelsAreShownInEnglishAndInChinese() throws Exception {
        openPage(1360, 850);
        browser.find("a[href='#/models']").click();
        assertTrue(browser.find(".model").getText().contains("Serving"));
        browser.find(".model summary").click();
        browser.find(".model-details dl");
        assertTrue(firstAccuracy().matches("0\\.\\d{3}\n[\\d.]+[KM]? px"), firstAccuracy());
        browser.photograph("models");
        browser.assertAccessible("models");

        new Select(browser.find("header select")).selectByValue("zh");

        assertEquals("zh", browser.run("return document.documentElement.lang"));
        assertTrue(browser.find(".model").getText().contains("服务中"));
        browser.find(".model summary").click();
        browser.find(".model-details dl");
        assertTrue(firstAccuracy().matches("0\\.\\d{3}\n[\\d.]+万?像素"), firstAccuracy());
        browser.photograph("models-zh");
    }

    /** The first figure of the table, with what stands below it. */
    private static String firstAccuracy() {
        return browser.all(".model-details tbody td").stream()
                .map(WebElement::getText)
                .filter(text -> !text.equals("–"))
                .findFirst()
                .orElseThrow();
    }
}
