package vn.edu.privacy.notification.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.contracts.law.ClockRule;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.holder.RefusalReason;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.notification.request.domain.DeletionGround;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.RequestType;

class RightsTextsTest {
    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        for (String bundle : new String[] {"rights", "request", "inbox", "carrying", "holders"}) {
            Properties vietnamese = load("/messages/" + bundle + ".properties");
            assertThat(vietnamese).isNotEmpty();
            assertThat(load("/messages/" + bundle + "_en.properties").stringPropertyNames())
                    .containsExactlyInAnyOrderElementsOf(vietnamese.stringPropertyNames());
        }
    }

    @Test
    void everyKindStepClockAndGroundHasItsText() throws IOException {
        Stream<String> keys = Stream.of(
                        Stream.of(RequestType.values()).map(type -> "rights.type." + type),
                        Stream.of(Step.State.values())
                                .flatMap(step -> Stream.of("rights.step." + step, "rights.event.HOLDER_" + step)),
                        Stream.of(Action.values()).map(action -> "rights.action." + action),
                        Stream.of(RefusalReason.values()).map(reason -> "rights.why." + reason),
                        Stream.of(ClockRule.Code.values()).map(code -> "rights.clock." + code),
                        Stream.of(DeletionGround.values()).map(ground -> "rights.deletion." + ground),
                        Stream.of(RefusalGround.values()).map(ground -> "rights.ground." + ground))
                .flatMap(each -> each);
        assertThat(load("/messages/rights.properties").stringPropertyNames()).containsAll(keys.toList());
    }

    private static Properties load(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream bytes = Objects.requireNonNull(RightsTextsTest.class.getResourceAsStream(file));
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
