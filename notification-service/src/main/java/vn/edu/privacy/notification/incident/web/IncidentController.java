package vn.edu.privacy.notification.incident.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.application.Criterion;
import vn.edu.privacy.notification.incident.application.IncidentDetails;
import vn.edu.privacy.notification.incident.application.Incidents;
import vn.edu.privacy.notification.incident.application.PursueIncident;
import vn.edu.privacy.notification.incident.application.ReadIncidents;
import vn.edu.privacy.notification.incident.application.RegisterIncident;
import vn.edu.privacy.notification.incident.application.StoredIncident;
import vn.edu.privacy.notification.incident.application.TellAffected;
import vn.edu.privacy.notification.incident.domain.IncidentState;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The register of violations. What a caller may not know of is 404. */
@RestController
@RequestMapping("/v1/incidents")
class IncidentController {
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"");

    private final RegisterIncident registering;
    private final PursueIncident pursuit;
    private final TellAffected telling;
    private final ReadIncidents reading;
    private final Clock clock;

    IncidentController(
            RegisterIncident registering,
            PursueIncident pursuit,
            TellAffected telling,
            ReadIncidents reading,
            Clock clock) {
        this.registering = registering;
        this.pursuit = pursuit;
        this.telling = telling;
        this.reading = reading;
        this.clock = clock;
    }

    @GetMapping
    Mono<IncidentResponse.Items> list(
            @RequestParam(required = false) @Nullable IncidentState state,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return reading.list(new Incidents.Query(IncidentReaders.reader(caller).unit(), state, limit))
                .map(found -> new IncidentResponse.Items(found.stream()
                        .map(details -> IncidentResponse.of(details, clock.instant()))
                        .toList()));
    }

    @PostMapping
    Mono<ResponseEntity<IncidentResponse>> register(@Valid @RequestBody IncidentBodies.Register body, Caller caller) {
        return registering
                .register(
                        new RegisterIncident.Report(
                                body.schoolId(),
                                body.nature(),
                                Set.copyOf(body.kinds()),
                                body.occurredAt(),
                                body.detectedAt(),
                                body.holder(),
                                body.holderReportedAt(),
                                body.contents()),
                        IncidentReaders.officer(caller))
                .flatMap(stored -> answer(HttpStatus.CREATED, stored));
    }

    @GetMapping("/{incidentId}")
    Mono<ResponseEntity<IncidentResponse>> read(@PathVariable("incidentId") UUID id, Caller caller) {
        return reading.one(id, IncidentReaders.reader(caller)).map(details -> answer(HttpStatus.OK, details));
    }

    @GetMapping("/{incidentId}/timeline")
    Mono<IncidentResponse.Timeline> timeline(@PathVariable("incidentId") UUID id, Caller caller) {
        return reading.timeline(id, IncidentReaders.reader(caller)).map(IncidentResponse.Timeline::of);
    }

    @PostMapping("/{incidentId}/assessment")
    Mono<ResponseEntity<IncidentResponse>> assess(
            @PathVariable("incidentId") UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody IncidentBodies.Assess body,
            Caller caller) {
        return pursuit.assess(
                        id,
                        IncidentReaders.officer(caller),
                        version(seen),
                        new PursueIncident.Finding(
                                Set.copyOf(body.harm()), Set.copyOf(body.kinds()), body.occurredAt(), body.contents()))
                .flatMap(stored -> answer(HttpStatus.OK, stored));
    }

    @PostMapping("/{incidentId}/notifications")
    Mono<ResponseEntity<IncidentResponse>> authorityTold(
            @PathVariable("incidentId") UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody IncidentBodies.Notify body,
            Caller caller) {
        return pursuit.authorityTold(
                        id,
                        IncidentReaders.officer(caller),
                        version(seen),
                        new PursueIncident.Telling(body.sentAt(), body.sentTo(), body.complete(), body.lateReasons()))
                .flatMap(stored -> answer(HttpStatus.OK, stored));
    }

    @PostMapping("/{incidentId}/steps")
    Mono<ResponseEntity<IncidentResponse>> stepTaken(
            @PathVariable("incidentId") UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody IncidentBodies.Take body,
            Caller caller) {
        return pursuit.stepTaken(
                        id, IncidentReaders.officer(caller), version(seen), body.step(), body.at(), body.note())
                .flatMap(stored -> answer(HttpStatus.OK, stored));
    }

    @PutMapping("/{incidentId}/affected")
    Mono<ResponseEntity<IncidentResponse>> nameAffected(
            @PathVariable("incidentId") UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody IncidentBodies.Name body,
            Caller caller) {
        return telling.name(
                        id,
                        IncidentReaders.officer(caller),
                        version(seen),
                        new Criterion(body.schoolId(), body.purpose(), body.dataCategory(), body.holder()))
                .flatMap(stored -> answer(HttpStatus.OK, stored));
    }

    @PostMapping("/{incidentId}/notices")
    Mono<ResponseEntity<IncidentResponse>> tellAffected(
            @PathVariable("incidentId") UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller) {
        return telling.order(id, IncidentReaders.officer(caller), version(seen))
                .flatMap(stored -> answer(HttpStatus.ACCEPTED, stored));
    }

    @PostMapping("/{incidentId}/remedy")
    Mono<ResponseEntity<IncidentResponse>> remedied(
            @PathVariable("incidentId") UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody IncidentBodies.Remedy body,
            Caller caller) {
        return pursuit.remedied(id, IncidentReaders.officer(caller), version(seen), body.remediedAt())
                .flatMap(stored -> answer(HttpStatus.OK, stored));
    }

    @PostMapping("/{incidentId}/closure")
    Mono<ResponseEntity<IncidentResponse>> close(
            @PathVariable("incidentId") UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            Caller caller) {
        return pursuit.close(id, IncidentReaders.closer(caller), version(seen))
                .flatMap(stored -> answer(HttpStatus.OK, stored));
    }

    private Mono<ResponseEntity<IncidentResponse>> answer(HttpStatus status, StoredIncident stored) {
        return reading.details(stored).map(details -> answer(status, details));
    }

    private ResponseEntity<IncidentResponse> answer(HttpStatus status, IncidentDetails details) {
        return ResponseEntity.status(status)
                .eTag("\"" + details.stored().version() + "\"")
                .body(IncidentResponse.of(details, clock.instant()));
    }

    private static @Nullable Long version(@Nullable String seen) {
        if (seen == null) {
            return null;
        }
        Matcher version = VERSION.matcher(seen);
        if (!version.matches()) {
            throw ProblemException.of(CommonProblems.MALFORMED_REQUEST).field(HttpHeaders.IF_MATCH);
        }
        return Long.valueOf(version.group(1));
    }
}
