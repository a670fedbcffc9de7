package vn.edu.privacy.notification.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.notification.incident.domain.Content;
import vn.edu.privacy.notification.incident.domain.DataKind;
import vn.edu.privacy.notification.incident.domain.Harm;
import vn.edu.privacy.notification.incident.domain.IncidentClock;
import vn.edu.privacy.notification.incident.domain.IncidentState;
import vn.edu.privacy.notification.incident.domain.Nature;
import vn.edu.privacy.notification.incident.domain.Phase;
import vn.edu.privacy.notification.incident.domain.Step;

class IncidentTextsTest {
    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        Properties vietnamese = load("incident");
        assertThat(vietnamese).isNotEmpty();
        assertThat(load("incident_en").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(vietnamese.stringPropertyNames());
    }

    @Test
    void everyConstantHasItsText() throws IOException {
        assertThat(load("incident").stringPropertyNames())
                .containsAll(Stream.of(
                                keys("nature", Nature.values()),
                                keys("kind", DataKind.values()),
                                keys("harm", Harm.values()),
                                keys("content", Content.values()),
                                keys("field", Content.values()),
                                keys("step", Step.values()),
                                keys("state", IncidentState.values()),
                                keys("clock", IncidentClock.Code.values()),
                                keys("way", Phase.Way.values()))
                        .flatMap(each -> each)
                        .toList());
    }

    private static Stream<String> keys(String family, Enum<?>... constants) {
        return Arrays.stream(constants).map(constant -> "incident." + family + "." + constant.name());
    }

    private static Properties load(String bundle) throws IOException {
        Properties texts = new Properties();
        try (InputStream bytes = Objects.requireNonNull(
                        IncidentTextsTest.class.getResourceAsStream("/messages/" + bundle + ".properties"));
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
