package vn.edu.privacy.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartRenderingTest {
    @Test
    void lintFindsNothing() {
        var result = new Helm(Chart.FOLDER).lint().strict().call();

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @Test
    void everyFieldOfTheDefaultsIsKnownToKubernetes() {
        assertKnown(Chart.withDefaults());
    }

    @Test
    void everyFieldWithAllSettingsIsKnownToKubernetes() {
        assertKnown(Chart.withFullValues());
    }

    @Test
    void aPlantedTypoIsFound() {
        String rendered = Chart.render(Map.of());
        String planted = rendered.replaceFirst("readOnlyRootFilesystem:", "readOnlyRootFileSystem:");

        assertThat(planted).isNotEqualTo(rendered);
        assertThat(Chart.parse(planted).stream().flatMap(o -> UnknownFields.in(o).stream()))
                .singleElement()
                .asString()
                .endsWith("SecurityContext.readOnlyRootFileSystem");
    }

    @Test
    void aTypoAtTheTopIsFound() {
        String planted = Chart.render(Map.of()).replaceFirst("(?m)^spec:", "specs:");

        assertThat(Chart.parse(planted).stream().flatMap(o -> UnknownFields.in(o).stream()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "hosst, privacy.schools.example, hosst",
        "kafka.securityProtocol, TLS, securityProtocol",
        "postgresql.port, 70000, port",
        "consentService.replicas, 0, replicas",
        "consentService.secret.keys.password, hunter2, password",
        "postgresql.password, hunter2, password",
        "identity.issuer, login.schools.example, issuer",
        "law.uphold[0], GDPR, uphold",
        "holders.sector.url, https://sector.schools.example, name",
        "gateways.viber.url, https://viber.example, viber",
        "gateways.sms.perSecond, 10, url",
        "gateways.sms.key, hunter2, key",
        "incident.officer.nickname, An, nickname",
        "oversight.smallestGroup, 1, smallestGroup"
    })
    void wrongValuesAreRefused(String setting, String value, String told) {
        assertThatThrownBy(() -> Chart.render(Map.of(setting, value)))
                .hasMessageContaining("values don't meet the specifications of the schema")
                .hasMessageContaining(told);
    }

    private static void assertKnown(List<HasMetadata> objects) {
        assertThat(objects).hasSize(22);
        assertThat(objects.stream().flatMap(o -> UnknownFields.in(o).stream())).isEmpty();
    }
}
