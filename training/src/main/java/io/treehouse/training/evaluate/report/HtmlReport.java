package io.treehouse.training.evaluate.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import io.treehouse.training.evaluate.report.ExampleMaps.Example;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An evaluation as one page that needs neither network nor scripts: the figures of its JSON, charts as SVG, pictures of
 * class maps within. The template {@code report.ftlh} lies beside this class.
 */
final class HtmlReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Configuration TEMPLATES = templates();

    private HtmlReport() {}

    private static Configuration templates() {
        Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
        templates.setClassForTemplateLoading(HtmlReport.class, "");
        templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
        templates.setLocale(Locale.ROOT);
        templates.setLogTemplateExceptions(false);
        return templates;
    }

    /**
     * The page.
     *
     * @param json what {@link JsonReport} made
     * @param examples pictures by data set
     */
    static String of(ObjectNode json, Map<String, List<Example>> examples) throws IOException {
        Map<String, Object> model = map(json);
        model.put("classes", map(JsonReport.classes()));
        model.put("examples", views(examples));
        model.put(
                "errorColours",
                Map.of(
                        "right",
                        hex(TilePictures.RIGHT),
                        "wrong",
                        hex(TilePictures.WRONG),
                        "unknown",
                        hex(TilePictures.UNKNOWN)));
        StringWriter page = new StringWriter();
        try {
            TEMPLATES.getTemplate("report.ftlh").process(model, page);
        } catch (TemplateException broken) {
            throw new IllegalStateException("The page's template does not fit the figures", broken);
        }
        return page.toString();
    }

    private static Map<String, Object> map(ObjectNode json) {
        return JSON.convertValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static String hex(int rgb) {
        return "#%06X".formatted(rgb);
    }

    private static Map<String, List<Map<String, Object>>> views(Map<String, List<Example>> examples) {
        Map<String, List<Map<String, Object>>> views = new LinkedHashMap<>();
        examples.forEach((set, ofSet) ->
                views.put(set, ofSet.stream().map(HtmlReport::view).toList()));
        return views;
    }

    private static Map<String, Object> view(Example example) {
        Map<String, String> pictures = new LinkedHashMap<>();
        example.pictures()
                .forEach((what, png) -> pictures.put(what, Base64.getEncoder().encodeToString(png)));
        return Map.of(
                "rank", example.rank(),
                "name", example.name(),
                "agreement", example.agreement(),
                "pictures", pictures);
    }
}
