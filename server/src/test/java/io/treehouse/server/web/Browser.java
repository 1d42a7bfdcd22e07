package io.treehouse.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a screen, with WebGL computed by the processor. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "page");
    /** Long, since it only ends a test that fails; the machine may have much else to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final ChromeDriver driver;

    Browser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
                "--ignore-gpu-blocklist",
                "--lang=en");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.SEVERE);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }

    /** Whether this machine has the browser and what drives it. */
    static boolean isInstalled() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    void open(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    /** Opens the page of a server as somebody does who was never there. */
    void openAnew(String address, int width, int height) {
        resize(width, height);
        open(address);
        run("localStorage.clear(); sessionStorage.clear()");
        open(address);
        find("main > *");
    }

    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    WebElement find(String selector) {
        return until(open -> open.findElement(By.cssSelector(selector)));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The button with a text. */
    WebElement button(String text) {
        return until(open -> open.findElement(By.xpath("//button[normalize-space()='" + text + "']")));
    }

    <T> T until(ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(org.openqa.selenium.NotFoundException.class)
                // The page draws some parts anew while they are looked at.
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .until(condition);
    }

    /** Waits until something is so. */
    void await(BooleanSupplier holds) {
        until(open -> holds.getAsBoolean() ? true : null);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs a script that calls its last argument when it is done. */
    Object runAsynchronously(String script, Object... arguments) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return driver.executeAsyncScript(script, arguments);
    }

    /** Keys for what has the focus. */
    void type(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    Actions actions() {
        return new Actions(driver);
    }

    /** What an element looks like as PNG. */
    byte[] look(WebElement element) {
        return element.getScreenshotAs(OutputType.BYTES);
    }

    /** Keeps a picture of the page for people to look at. */
    void photograph(String name) throws IOException {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Fails if axe-core finds a serious fault in the page. */
    void assertAccessible(String page) throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            run(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        Object faults = runAsynchronously("""
                const done = arguments[arguments.length - 1];
                axe.run().then(({ violations }) => done(violations
                    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
                    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target} ${node.failureSummary}`))));
                """);
        assertEquals(List.of(), faults, page);
    }

    /** Fails if the page reported an error, such as something that its policy forbids. */
    void assertNoErrors() {
        List<String> errors = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> !message.contains("the server responded with a status of"))
                .toList();
        assertEquals(List.of(), errors);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
