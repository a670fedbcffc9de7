package vn.edu.privacy.notification.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;

/** A mail server that can go down, and a sector database that knows some people, with the realm that lets us ask it. */
final class Surroundings {
    static final String REPORT_KEY = "the-gateways-report-key";
    static final String NAME = "Nguyễn Văn Nam";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKEN = "holder-token";

    private final WireMockServer sector =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final Map<UUID, Map<String, Object>> people = new LinkedHashMap<>();
    private GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final int mailPort;

    Surroundings() {
        sector.start();
        sector.stubFor(post("/token")
                .willReturn(
                        okJson("{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\",\"expires_in\":300}")));
        mail.start();
        mailPort = mail.getSmtp().getPort();
        answer();
    }

    void configure(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> mailPort);
        registry.add("privacy.notice.from", () -> "khong-tra-loi@truong.example");
        // whatever the hour at which the tests run
        registry.add("privacy.notice.quiet-from", () -> "00:00");
        registry.add("privacy.notice.quiet-to", () -> "00:00");
        registry.add("privacy.notice.rest", () -> "PT1S");
        registry.add("privacy.portal.rights-url", () -> "https://cong.example/rights");
        registry.add("privacy.holders.sector-database.url", sector::baseUrl);
        registry.add("privacy.holders.sector-database.name.vi", () -> "Cơ sở dữ liệu ngành");
        registry.add("privacy.holder-client.token-url", () -> sector.baseUrl() + "/token");
        registry.add("privacy.holder-client.client-id", () -> "notification-service");
        registry.add("privacy.holder-client.client-secret", () -> "secret");
    }

    /** The sector database's host is a gateway for SMS too, whose reports are signed with {@link #REPORT_KEY}. */
    void configureSms(DynamicPropertyRegistry registry) {
        registry.add("privacy.notice.gateways.sms.url", sector::baseUrl);
        registry.add("privacy.notice.gateways.sms.key", () -> "key");
        registry.add("privacy.notice.gateways.sms.report-key", () -> REPORT_KEY);
        sector.stubFor(post("/v1/messages")
                .willReturn(okJson("{\"messageId\":\"g-{{randomValue type='UUID'}}\",\"status\":\"ACCEPTED\","
                                + "\"at\":\"2026-11-25T01:00:00Z\"}")
                        .withTransformers("response-template")));
    }

    /** A person in the sector database; returns the person's id. */
    UUID person(@Nullable String email, String language) {
        return person(email, null, language);
    }

    /** A person whom mail and phone may reach; returns the person's id. */
    UUID person(@Nullable String email, @Nullable String phone, String language) {
        UUID id = UUID.randomUUID();
        Map<String, Object> person = new LinkedHashMap<>(Map.of("personId", id, "name", NAME, "language", language));
        if (email != null) {
            person.put("email", email);
        }
        if (phone != null) {
            person.put("phone", phone);
        }
        people.put(id, person);
        answer();
        return id;
    }

    void sectorGoesDown() {
        sector.stubFor(post("/v1/people/queries").willReturn(serviceUnavailable()));
    }

    void sectorComesBack() {
        answer();
    }

    void mailGoesDown() {
        mail.stop();
    }

    void mailComesBack() {
        mail = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
    }

    List<MimeMessage> mailsTo(String address) {
        return Stream.of(mail.getReceivedMessages())
                .filter(message -> to(message).equals(address))
                .toList();
    }

    void stop() {
        mail.stop();
        sector.stop();
    }

    private void answer() {
        sector.stubFor(post(urlPathEqualTo("/v1/people/queries"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(okJson(JSON.writeValueAsString(Map.of("people", people.values())))));
    }

    private static String to(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
