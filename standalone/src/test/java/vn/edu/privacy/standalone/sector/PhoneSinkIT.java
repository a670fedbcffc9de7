package vn.edu.privacy.standalone.sector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.platform.testing.OpenApi;
import vn.edu.privacy.standalone.machine.Web;

/** The stand-in keeps the contract of gateways to phones, over HTTP; what it takes is held to message-gateway.yaml. */
class PhoneSinkIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final OpenApi CONTRACT = OpenApi.of("message-gateway");
    private static final String MESSAGE = "{\"to\":\"+84901234567\",\"text\":\"Co tin. <b>Xem</b>: http://x/n/y\","
            + "\"language\":\"vi\",\"template\":{\"name\":\"REQUEST_RECEIVED\",\"version\":1}}";

    @TempDir
    private Path folder;

    private final HandSetClock clock = new HandSetClock();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Web web = new Web();
    private final PhoneSink phones = new PhoneSink("the-key", clock);
    private SectorDatabase sector;
    private String key = "the-key";

    @BeforeEach
    void start() {
        PublishedKeys none = new PublishedKeys(URI.create("http://127.0.0.1:1/none"), web);
        try (TokenIssuer realm = new TokenIssuer()) {
            sector = SectorDatabase.start(
                    0,
                    SectorStore.open(folder.resolve("sector.json"), LocalDate.of(2026, 11, 24)),
                    new Bearers(TokenIssuer.ISSUER, none, clock),
                    new Signatures(none, realm.pem(), clock),
                    Duration.ofSeconds(2),
                    List::of,
                    phones,
                    clock);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @AfterEach
    void stop() {
        sector.close();
        web.close();
        http.close();
    }

    @ParameterizedTest
    @CsvSource({"/sms,SMS", "/zalo,Zalo"})
    void aMessageIsTakenOnceHasArrivedAndCanBeRead(String gateway, String name) throws Exception {
        JsonNode first = taken(post(gateway, "0198c0de-SMS", MESSAGE));
        JsonNode again = taken(post(gateway, "0198c0de-SMS", MESSAGE));
        assertThat(again).isEqualTo(first);
        assertThat(taken(post(gateway, "0198c0de-SMS-1", MESSAGE)).path("messageId"))
                .isNotEqualTo(first.path("messageId"));
        assertThat(phones.received()).hasSize(2);

        HttpResponse<String> report =
                get(gateway + "/v1/messages/" + first.path("messageId").asString());
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(status(report).path("status").asString()).isEqualTo("DELIVERED");
        assertThat(get("/phone").body())
                .contains(name + " · +84901234567", "Co tin. &lt;b&gt;Xem&lt;/b&gt;: http://x/n/y");
    }

    @Test
    void whatOneGatewayTookTheOtherDoesNotKnow() throws Exception {
        String id =
                taken(post("/sms", "0198c0de-SMS", MESSAGE)).path("messageId").asString();
        assertThat(get("/zalo/v1/messages/" + id).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0901234567", "me", ""})
    void whatIsNoNumberIsNotTaken(String number) throws Exception {
        assertThat(post("/sms", "0198c0de-SMS", MESSAGE.replace("+84901234567", number))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post("/sms", "short", MESSAGE).statusCode()).isEqualTo(422);
        assertThat(post("/sms", "0198c0de-SMS", "no json").statusCode()).isEqualTo(422);
        assertThat(phones.received()).isEmpty();
    }

    @Test
    void whoDoesNotKnowTheKeySendsNothing() throws Exception {
        key = "another";
        assertThat(post("/sms", "0198c0de-SMS", MESSAGE).statusCode()).isEqualTo(401);
        assertThat(phones.received()).isEmpty();
    }

    private static JsonNode taken(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode status = status(answer);
        assertThat(status.path("status").asString()).isEqualTo("ACCEPTED");
        return status;
    }

    private static JsonNode status(HttpResponse<String> answer) {
        JsonNode body = JSON.readTree(answer.body());
        assertThat(CONTRACT.violations(JSON.valueToTree(Map.of("$ref", "#/components/schemas/Status")), body))
                .as(answer.body())
                .isEmpty();
        return body;
    }

    private HttpResponse<String> post(String gateway, String idempotencyKey, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(gateway + "/v1/messages"))
                        .header("Authorization", "Bearer " + key)
                        .header("Idempotency-Key", idempotencyKey)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(path))
                        .header("Authorization", "Bearer " + key)
                        .build(),
                BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + sector.port() + path);
    }
}
