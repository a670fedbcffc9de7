package vn.edu.privacy.notification.request.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.edu.privacy.notification.request.application.StoredRequest;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;
import vn.edu.privacy.platform.database.Params;

/** Statements that write a request, each state into its columns. */
final class Columns {
    private static final String INSERT = """
            insert into request (id, reference, type, state, requester, student_id, school_id, received_at, regime,
                changed_at, reason_sealed, decision_id, in_effect_at, not_in_effect_reason, refusal_ground,
                refusal_text, available_until)
            values (:id, :reference, :type, :state, :requester, :studentId, :schoolId, :receivedAt, :regime,
                :at, :reason, :decisionId, :inEffectAt, :notInEffect, :ground, :text, :until)
            on conflict (decision_id) do nothing""";
    private static final String UPDATE = """
            update request
            set state = :state, version = version + 1, changed_at = :at, assignee = :assignee,
                in_effect_at = :inEffectAt, not_in_effect_reason = :notInEffect, refusal_ground = :ground,
                refusal_text = :text, available_until = :until
            where id = :id returning version""";
    private static final String PURPOSE = """
            insert into request_purpose (request_id, position, code, version, seqs, applied_at, refusal)
            values (:id, :position, :code, :version, :seqs, :appliedAt, :refusal)
            on conflict (request_id, code) do update
            set seqs = excluded.seqs, applied_at = excluded.applied_at, refusal = excluded.refusal""";

    private Columns() {}

    static Params insert(
            DatabaseClient database, Request request, byte @Nullable [] reason, @Nullable UUID decisionId, Instant at) {
        Facts facts = request.facts();
        return state(Params.of(database.sql(INSERT)), request)
                .bind("id", facts.id())
                .bind("reference", facts.reference())
                .bind("type", request.type().name())
                .bind("requester", facts.requester())
                .bind("studentId", facts.studentId())
                .bind("schoolId", facts.schoolId())
                .bind("receivedAt", facts.receivedAt())
                .bind("regime", facts.regime())
                .bind("at", at)
                .bind("reason", reason, byte[].class)
                .bind("decisionId", decisionId, UUID.class);
    }

    static Params update(DatabaseClient database, StoredRequest stored, Instant at) {
        return state(Params.of(database.sql(UPDATE)), stored.request())
                .bind("id", stored.request().facts().id())
                .bind("at", at)
                .bind("assignee", stored.assignee(), String.class);
    }

    static Params purpose(DatabaseClient database, UUID id, int position, WithdrawnPurpose purpose) {
        return Params.of(database.sql(PURPOSE))
                .bind("id", id)
                .bind("position", position)
                .bind("code", purpose.code())
                .bind("version", purpose.version())
                .bind("seqs", purpose.seqs().toArray(Long[]::new))
                .bind("appliedAt", purpose.appliedAt(), Instant.class)
                .bind("refusal", purpose.refusal(), String.class);
    }

    private static Params state(Params params, Request request) {
        Access.@Nullable Refused refused = request instanceof Access.Refused found ? found : null;
        return params.bind("state", request.state().name())
                .bind("inEffectAt", request.inEffectAt(), Instant.class)
                .bind(
                        "notInEffect",
                        request instanceof Withdrawal.NotInEffect failed ? failed.reason() : null,
                        String.class)
                .bind("ground", refused == null ? null : refused.ground().name(), String.class)
                .bind("text", refused == null ? null : refused.text(), String.class)
                .bind("until", request.availableUntil(), Instant.class);
    }
}
