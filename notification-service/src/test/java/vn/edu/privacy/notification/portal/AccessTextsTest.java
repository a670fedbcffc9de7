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
import vn.edu.privacy.notification.access.HolderLine;
import vn.edu.privacy.notification.access.LeftOut;
import vn.edu.privacy.notification.look.Look;
import vn.edu.privacy.notification.look.WhoLooked;

class AccessTextsTest {
    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        Properties vietnamese = load("/messages/access.properties");

        assertThat(vietnamese).hasSizeGreaterThan(50);
        assertThat(load("/messages/access_en.properties").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(vietnamese.stringPropertyNames());
    }

    @Test
    void everyReasonSettlementAndKindOfLookHasItsText() throws IOException {
        Stream<String> keys = Stream.of(
                        Stream.of(LeftOut.values()).map(reason -> "rights.leftOut." + reason),
                        Stream.of(HolderLine.Settlement.values()).map(how -> "rights.settled." + how),
                        Stream.of(WhoLooked.By.values()).map(by -> "rights.looked.by." + by),
                        Stream.of(Look.What.values()).map(what -> "rights.looked.what." + what))
                .flatMap(each -> each);

        assertThat(load("/messages/access.properties").stringPropertyNames()).containsAll(keys.toList());
    }

    private static Properties load(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream bytes = Objects.requireNonNull(AccessTextsTest.class.getResourceAsStream(file));
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
