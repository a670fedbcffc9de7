package vn.edu.privacy.notification.request.persistence;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.StandingConsents;

/** The newest decision of each party, as heard; consents among them stand. */
@Component
class R2dbcStandingConsents implements StandingConsents {
    private static final String GIVEN = """
            select purpose, seq from known_decision
            where student_id = $1 and purpose = any($2) and decision = 'GIVEN' order by seq""";

    private static final String HEAR = """
            insert into known_decision (student_id, school_id, purpose, period, party, seq, decision, purpose_version,
                decided_at)
            values (:student, :school, :purpose, :period, :party, :seq, :decision, :version, :at)
            on conflict (student_id, school_id, purpose, period, party) do update
            set seq = excluded.seq, decision = excluded.decision, purpose_version = excluded.purpose_version,
                decided_at = excluded.decided_at
            where known_decision.seq < excluded.seq""";

    private final DatabaseClient database;

    R2dbcStandingConsents(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Map<String, List<Long>>> given(UUID studentId, Collection<String> purposes) {
        return database.sql(GIVEN)
                .bind(0, studentId)
                .bind(1, purposes.toArray(String[]::new))
                .map((row, about) -> Map.entry(get(row, "purpose", String.class), get(row, "seq", Long.class)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public Mono<Void> hear(Heard decision) {
        return database.sql(HEAR)
                .bind("student", decision.studentId())
                .bind("school", decision.schoolId())
                .bind("purpose", decision.purpose())
                .bind("period", decision.period())
                .bind("party", decision.party())
                .bind("seq", decision.seq())
                .bind("decision", decision.decision())
                .bind("version", decision.purposeVersion())
                .bind("at", decision.decidedAt())
                .then();
    }
}
