package vn.edu.privacy.notification.incident.persistence;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.edu.privacy.notification.incident.domain.Assessment;
import vn.edu.privacy.notification.incident.domain.Facts;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.Incident.Closure;
import vn.edu.privacy.notification.incident.domain.Incident.Remedy;
import vn.edu.privacy.notification.incident.domain.Phase;
import vn.edu.privacy.platform.database.Params;

/** Statements that write a violation, each state into its columns. */
final class IncidentColumns {
    private static final String INSERT = """
            insert into incident (id, reference, regimes, school_id, state, changed_at, nature, kinds, occurred_at,
                detected_at, holder, holder_reported_at, contents_sealed, recorded_at, recorded_by)
            values (:id, :reference, :regimes, :unit, :state, :recordedAt, :nature, :kinds, :occurredAt,
                :detectedAt, :holder, :holderReportedAt, :contents, :recordedAt, :recordedBy)""";
    private static final String UPDATE = """
            update incident
            set state = :state, version = version + 1, changed_at = :at, kinds = :kinds, occurred_at = :occurredAt,
                contents_sealed = :contents, harm = :harm, assessed_at = :assessedAt, assessed_by = :assessedBy,
                remedied_at = :remediedAt, remedied_by = :remediedBy, keep_until = :keepUntil, closed_at = :closedAt,
                closed_by = :closedBy
            where id = :id returning version""";
    private static final String PHASE = """
            insert into incident_phase (incident_id, number, sent_at, sent_to, complete, reasons_sealed, recorded_at,
                recorded_by)
            values (:id, :number, :sentAt, :sentTo, :complete, :reasons, :recordedAt, :recordedBy)
            on conflict (incident_id, number) do nothing""";

    private IncidentColumns() {}

    static Params insert(DatabaseClient database, Incident incident, byte[] contents) {
        Facts facts = incident.facts();
        return Params.of(database.sql(INSERT))
                .bind("id", facts.id())
                .bind("reference", facts.reference())
                .bind("regimes", facts.regimes().toArray(String[]::new))
                .bind("unit", facts.unit())
                .bind("state", incident.state().name())
                .bind("nature", facts.nature().name())
                .bind("kinds", names(facts.kinds()))
                .bind("occurredAt", facts.occurredAt(), Instant.class)
                .bind("detectedAt", facts.detectedAt())
                .bind("holder", facts.holder(), String.class)
                .bind("holderReportedAt", facts.holderReportedAt(), Instant.class)
                .bind("contents", contents)
                .bind("recordedAt", facts.recordedAt())
                .bind("recordedBy", facts.recordedBy());
    }

    static Params update(DatabaseClient database, Incident incident, byte[] contents, Instant at) {
        Facts facts = incident.facts();
        Assessment assessment = incident.assessment();
        Remedy remedy = incident.remedy();
        Closure closure = incident.closure();
        return Params.of(database.sql(UPDATE))
                .bind("id", facts.id())
                .bind("state", incident.state().name())
                .bind("at", at)
                .bind("kinds", names(facts.kinds()))
                .bind("occurredAt", facts.occurredAt(), Instant.class)
                .bind("contents", contents)
                .bind("harm", assessment == null ? null : names(assessment.harm()), String[].class)
                .bind("assessedAt", assessment == null ? null : assessment.at(), Instant.class)
                .bind("assessedBy", assessment == null ? null : assessment.by(), String.class)
                .bind("remediedAt", remedy == null ? null : remedy.at(), Instant.class)
                .bind("remediedBy", remedy == null ? null : remedy.by(), String.class)
                .bind("keepUntil", remedy == null ? null : remedy.keepUntil(), Instant.class)
                .bind("closedAt", closure == null ? null : closure.at(), Instant.class)
                .bind("closedBy", closure == null ? null : closure.by(), String.class);
    }

    static Params phase(DatabaseClient database, UUID id, int number, Phase phase, byte @Nullable [] reasons) {
        return Params.of(database.sql(PHASE))
                .bind("id", id)
                .bind("number", number)
                .bind("sentAt", phase.sentAt())
                .bind("sentTo", phase.sentTo().name())
                .bind("complete", phase.complete())
                .bind("reasons", reasons, byte[].class)
                .bind("recordedAt", phase.recordedAt())
                .bind("recordedBy", phase.recordedBy());
    }

    private static String[] names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
