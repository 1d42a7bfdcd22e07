package io.treehouse.training.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.treehouse.datasets.catalog.LicenceFilter;
import io.treehouse.datasets.problem.InputProblem;
import io.treehouse.model.bundle.BundleReader;
import io.treehouse.model.bundle.ModelBundle;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicenceHeritageTest {
    private static LicenceHeritage of(String manifest) throws JsonProcessingException {
        return LicenceHeritage.of(new ObjectMapper().readTree(manifest));
    }

    @Test
    void aModelInheritsFromItsDataAndFromTheModelsBeforeIt() throws Exception {
        LicenceHeritage model = of("""
                {"licenceClasses": ["non-commercial"], "datasets": {"town": {"licenceClass": "free"}}}
                """);

        assertEquals(List.of("free", "non-commercial"), List.copyOf(model.classes()));
        assertEquals(
                List.of("attribution", "free", "non-commercial"),
                List.copyOf(model.with(of("{\"licenceClasses\": [\"attribution\"]}"))
                        .classes()));
    }

    @Test
    void aManifestThatNamesNoDataHasAnUnstatedLicence() throws Exception {
        assertEquals(LicenceHeritage.UNSTATED, of("{\"note\": \"random weights\"}"));
    }

    @Test
    void aTrainingOnOpenDataRefusesATeacherThatLearnedFromOther() throws Exception {
        LicenceFilter open = LicenceFilter.of(List.of("free", "attribution"));
        LicenceHeritage teacher = of("{\"licenceClasses\": [\"free\", \"unstated\"]}");

        String message = assertThrows(InputProblem.class, () -> teacher.require(open, "the self labels in x"))
                .getMessage();

        assertTrue(message.contains("the self labels in x"), message);
        assertTrue(message.contains("[free, unstated]"), message);
        LicenceHeritage.NONE.require(open, "ImageNet");
        teacher.require(LicenceFilter.ALL, "the self labels in x");
    }

    @Test
    void theOpenModelLearnedFromDataWhoseTermsAreKnownOnly() {
        ModelBundle open =
                BundleReader.read(ModelBundle.shippedPath().resolveSibling("treehouse-land-cover-open-1.zip"));
        LicenceHeritage heritage = LicenceHeritage.of(open.model().training());

        heritage.require(LicenceFilter.of(List.of("free", "attribution", "share-alike")), "the open model");

        assertTrue(heritage.classes().contains("attribution"), heritage.toString());
    }
}
