package vn.edu.privacy.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.channel.Channel;
import vn.edu.privacy.notification.channel.Gateways;
import vn.edu.privacy.notification.channel.Report;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Takes what gateways report by themselves. They have no login of the realm; each report is signed. */
@RestController
class ReportController {
    private final Reports reports;
    private final Gateways gateways;
    private final JsonMapper json;
    private final Clock clock;

    ReportController(Reports reports, Gateways gateways, JsonMapper json, Clock clock) {
        this.reports = reports;
        this.gateways = gateways;
        this.json = json;
        this.clock = clock;
    }

    /** May come twice, late, or in any order. One of a message not known yet is to be brought again. */
    @PostMapping(path = "/v1/gateways/{channel}/reports", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> report(
            @PathVariable Channel channel,
            @RequestHeader(name = "Gateway-Signature", defaultValue = "") String signature,
            @RequestBody byte[] body) {
        if (!gateways.provesReport(channel, signature, body, clock.instant())) {
            return Mono.error(ProblemException.of(CommonProblems.UNAUTHENTICATED));
        }
        Told told = read(body);
        return reports.knows(channel, told.messageId())
                .filter(known -> known)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .flatMap(known -> reports.note(channel, told.messageId(), new Report(told.status(), told.at())));
    }

    private Told read(byte[] body) {
        try {
            return Optional.ofNullable(json.readValue(body, Told.class))
                    .orElseThrow(() -> ProblemException.of(CommonProblems.MALFORMED_REQUEST));
        } catch (JacksonException unreadable) {
            ProblemException problem = ProblemException.of(CommonProblems.MALFORMED_REQUEST);
            problem.initCause(unreadable);
            throw problem;
        }
    }

    /** The body of a report; Jackson makes none without all of it. */
    private record Told(String messageId, Report.Status status, Instant at) {
        private Told {
            Objects.requireNonNull(messageId, "messageId");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(at, "at");
        }
    }
}
