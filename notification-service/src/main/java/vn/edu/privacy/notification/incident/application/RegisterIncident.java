package vn.edu.privacy.notification.incident.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.notification.deadline.Deadlines;
import vn.edu.privacy.notification.incident.domain.BreachLaw;
import vn.edu.privacy.notification.incident.domain.Contents;
import vn.edu.privacy.notification.incident.domain.DataKind;
import vn.edu.privacy.notification.incident.domain.Facts;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.IncidentRefused;
import vn.edu.privacy.notification.incident.domain.IncidentRefused.Reason;
import vn.edu.privacy.notification.incident.domain.Nature;

/** A violation comes into the register, and its clocks run (R-BR-12). */
public final class RegisterIncident {
    private final Incidents incidents;
    private final Regimes regimes;
    private final List<String> upheld;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /**
     * @param upheld ids of earlier regimes whose rules are kept on top of the law in force (R-REG-04)
     */
    public RegisterIncident(
            Incidents incidents, Regimes regimes, List<String> upheld, Clock clock, Supplier<UUID> ids) {
        this.incidents = incidents;
        this.regimes = regimes;
        this.upheld = List.copyOf(upheld);
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Registers; joins the caller's transaction.
     *
     * @throws IncidentRefused (in the Mono) when its times contradict each other, or the unit is not the handler's
     */
    public Mono<StoredIncident> register(Report report, Handler handler) {
        Instant now = clock.instant();
        if (handler.unit() != null && !handler.unit().equals(report.unit())) {
            return IncidentCourse.refused(Reason.UNKNOWN_INCIDENT);
        }
        LocalDate day = report.detectedAt().atZone(Deadlines.ZONE).toLocalDate();
        if (regimes.find(day).isEmpty()) {
            return IncidentCourse.refused(Reason.TIMES_CONTRADICT);
        }
        BreachLaw law = new BreachLaw(regimes.breach(day, upheld));

        return incidents.nextReference(now.atZone(Deadlines.ZONE).getYear()).flatMap(reference -> {
            Facts facts = new Facts(
                    ids.get(),
                    reference,
                    law.regimes(),
                    report.unit(),
                    report.nature(),
                    report.kinds(),
                    report.occurredAt(),
                    report.detectedAt(),
                    report.holder(),
                    report.holderReportedAt(),
                    report.contents(),
                    now,
                    handler.id());
            return incidents
                    .insert(new Incident.Detected(facts), law.clocks(facts, null, null, null))
                    .delayUntil(kept -> incidents.log(
                            facts.id(), IncidentCourse.entry(now, handler.id(), "REGISTERED", facts.nature())));
        });
    }

    /**
     * What was noticed.
     *
     * @param unit the school or unit that answers for it
     * @param nature what kind of violation
     * @param kinds which data it touches
     * @param occurredAt when it occurred, or null while nobody knows
     * @param detectedAt when it was detected
     * @param holder the processor at which it occurred, or null
     * @param holderReportedAt when the processor told us, or null
     * @param contents the rest, in words
     */
    public record Report(
            String unit,
            Nature nature,
            Set<DataKind> kinds,
            @Nullable Instant occurredAt,
            Instant detectedAt,
            @Nullable String holder,
            @Nullable Instant holderReportedAt,
            Contents contents) {
        public Report {
            kinds = Set.copyOf(kinds);
        }
    }
}
