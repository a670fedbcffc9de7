package vn.edu.privacy.standalone.sector;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import vn.edu.privacy.standalone.parts.MailSink;

/**
 * The stand-in for the sector database and for a bus company: WireMock, whose answers come from the demo's data.
 * {@code /roster/…} is read by the roster synchronisation; {@code /sector-database/v1/…} and
 * {@code /sao-mai-transport/v1/…} are data holders; {@code /sms/v1/…} and {@code /zalo/v1/…} gateways to phones;
 * {@code /mail} and {@code /phone} show what the sinks got.
 */
public final class SectorDatabase implements AutoCloseable {

    private final WireMockServer server;

    private SectorDatabase(WireMockServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for any free one
     * @param takes how long a holder takes from an instruction's receipt until it is done
     */
    public static SectorDatabase start(
            int port,
            SectorStore store,
            Bearers bearers,
            Signatures signatures,
            Duration takes,
            Supplier<List<MailSink.Mail>> mails,
            PhoneSink phones,
            Clock clock) {
        WireMockConfiguration configuration = wireMockConfig()
                .port(port)
                .bindAddress("127.0.0.1")
                .notifier(new ConsoleNotifier(false))
                .containerThreads(16)
                .maxRequestJournalEntries(200)
                .extensions(new Answers(new SectorRoutes(store, bearers, signatures, takes, mails, phones, clock)));
        WireMockServer server = new WireMockServer(configuration);
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        return new SectorDatabase(server);
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Answers(SectorRoutes routes) implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            SectorRoutes.Answer answer = routes.answer(event.getRequest());
            ResponseDefinitionBuilder response = aResponse()
                    .withStatus(answer.status())
                    .withHeader("Content-Type", answer.contentType())
                    .withHeader("Cache-Control", "no-store")
                    .withBody(answer.body());
            return (answer.signature() == null ? response : response.withHeader(Signatures.ANSWER, answer.signature()))
                    .build();
        }

        @Override
        public String getName() {
            return "sector-database";
        }
    }
}
