package vn.edu.privacy.notification.request.persistence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import vn.edu.privacy.notification.request.application.StoredRequest;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.StopReason;
import vn.edu.privacy.platform.database.Params;

/** Statements that write a request, each state into its columns. */
final class Columns {
    private static final String INSERT = """
            insert into request (id, reference, type, state, requester, student_id, school_id, received_at, regime,
                changed_at, reason_sealed, decision_id, in_effect_at, not_in_effect_reason, refusal_ground,
                refusal_text, available_until, stop_reason, answer_text, provision_through,
                deletion_ground, provision_recipient)
            values (:id, :reference, :type, :state, :requester, :studentId, :schoolId, :receivedAt, :regime,
                :at, :reason, :decisionId, :inEffectAt, :notInEffect, :ground, :text, :until, :stopReason,
                :answer, :through, :deletionGround, :recipient)
            on conflict (decision_id) do nothing""";
    private static final String UPDATE = """
            update request
            set state = :state, version = version + 1, changed_at = :at, assignee = :assignee,
                in_effect_at = :inEffectAt, not_in_effect_reason = :notInEffect, refusal_ground = :ground,
                refusal_text = :text, available_until = :until, stop_reason = :stopReason,
                answer_text = :answer, provision_through = :through
            where id = :id returning version""";
    private static final String PURPOSE = """
            insert into request_purpose (request_id, position, code, version, seqs, applied_at, refusal, lifted_at,
                lift_refusal)
            values (:id, :position, :code, :version, :seqs, :appliedAt, :refusal, :liftedAt, :liftRefusal)
            on conflict (request_id, code) do update
            set seqs = excluded.seqs, applied_at = excluded.applied_at, refusal = excluded.refusal,
                lifted_at = excluded.lifted_at, lift_refusal = excluded.lift_refusal""";

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
                .bind("decisionId", decisionId, UUID.class)
                .bind(
                        "deletionGround",
                        request instanceof Deletion deletion ? deletion.ground().name() : null,
                        String.class)
                .bind(
                        "recipient",
                        request instanceof Provision provision
                                ? provision.recipient().name()
                                : null,
                        String.class);
    }

    static Params update(DatabaseClient database, StoredRequest stored, Instant at) {
        return state(Params.of(database.sql(UPDATE)), stored.request())
                .bind("id", stored.request().facts().id())
                .bind("at", at)
                .bind("assignee", stored.assignee(), String.class);
    }

    static Params purpose(DatabaseClient database, UUID id, int position, PurposeRow purpose) {
        return Params.of(database.sql(PURPOSE))
                .bind("id", id)
                .bind("position", position)
                .bind("code", purpose.code())
                .bind("version", purpose.version())
                .bind("seqs", purpose.seqs().toArray(Long[]::new))
                .bind("appliedAt", purpose.appliedAt(), Instant.class)
                .bind("refusal", purpose.refusal(), String.class)
                .bind("liftedAt", purpose.liftedAt(), Instant.class)
                .bind("liftRefusal", purpose.liftRefusal(), String.class);
    }

    private static Params state(Params params, Request request) {
        @Nullable Refusal refused = request.refusal();
        return params.bind("state", request.state().name())
                .bind("inEffectAt", request.inEffectAt(), Instant.class)
                .bind("notInEffect", request.notInEffectReason(), String.class)
                .bind("ground", refused == null ? null : refused.ground().name(), String.class)
                .bind("text", refused == null ? null : refused.text(), String.class)
                .bind("until", request.availableUntil(), Instant.class)
                .bind("stopReason", name(request.stopReason()), String.class)
                .bind("answer", request.answer(), String.class)
                .bind("through", request instanceof Provision.Shown shown ? shown.through() : null, UUID.class);
    }

    private static @Nullable String name(@Nullable StopReason reason) {
        return reason == null ? null : reason.name();
    }
}
