package io.treehouse.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.treehouse.server.http.ServerOptions;
import io.treehouse.server.http.TreehouseServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The page of the interface in a browser. */
@Timeout(180)
class InterfacePageTest {
    @Test
    void showsTheInterfaceUnderTheServersPolicy() throws Exception {
        assumeTrue(Browser.isInstalled(), "Skipped: no chromium with chromedriver");
        try (TreehouseServer server =
                        TreehouseServer.start(ServerOptions.defaults().onPort(0), (request, progress) -> Map.of());
                Browser browser = new Browser()) {
            browser.open("http://127.0.0.1:" + server.port() + "/docs");

            browser.find("#operations-tiles-post_v1_tiles .opblock-summary-control")
                    .click();
            browser.await(() -> browser.all(".parameters tr[data-param-name]").size() > 5);

            assertEquals("Treehouse", browser.find(".info h1").getText().split("\\s")[0]);
            browser.photograph("interface");
            browser.assertNoErrors();
        }
    }
}
