package io.treehouse.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LogTextTest {
    /** What a request names can hold a line break, and must not begin a line that looks like the log's own. */
    @Test
    void aMessageStaysOnItsLine() throws Exception {
        String line = written("400 GET /v1/x\n12:00:00 INFO  requests all is well\u001b[2J\u009b\u2028\u0085");

        assertEquals(1, line.lines().count(), line);
        assertTrue(line.contains("requests 400 GET /v1/x?12:00:00 INFO  requests all is well?[2J???"), line);
    }

    private static String written(String message) throws Exception {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(pattern());
        layout.start();
        LoggingEvent event = new LoggingEvent("", context.getLogger("requests"), Level.INFO, message, null, null);
        event.setMDCPropertyMap(Map.of());
        return layout.doLayout(event);
    }

    private static String pattern() throws Exception {
        try (InputStream in = LogTextTest.class.getResourceAsStream("/logback-text.xml")) {
            String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher pattern = Pattern.compile("<pattern>(.*)</pattern>").matcher(xml);
            assertTrue(pattern.find(), xml);
            return pattern.group(1);
        }
    }
}
