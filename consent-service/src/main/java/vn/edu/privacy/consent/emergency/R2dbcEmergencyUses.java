package vn.edu.privacy.consent.emergency;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.database.RequiredColumn;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** Uses in emergencies in PostgreSQL; words are sealed under the student's key. */
@Repository
class R2dbcEmergencyUses {
    private static final String JUSTIFICATION = "JUSTIFICATION";

    private final DatabaseClient database;
    private final SubjectKeys keys;

    R2dbcEmergencyUses(DatabaseClient database, SubjectKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** Keeps a use, its reasons, and its line in the log of checks. */
    Mono<Void> keep(EmergencyUse use, String justification, @Nullable String client) {
        return Params.of(database.sql("""
                        insert into emergency_use (student_id, use_id, school_id, purpose, categories, caller, position,
                            declared_at, until, review_due)
                        values (:student, :id, :school, :purpose, :categories, :caller, :position, :at, :until,
                            :due)"""))
                .bind("student", use.studentId())
                .bind("id", use.id())
                .bind("school", use.schoolId())
                .bind("purpose", use.purpose())
                .bind("categories", use.categories().toArray(String[]::new))
                .bind("caller", use.caller())
                .bind("position", use.position() == null ? null : use.position().name(), String.class)
                .bind("at", use.declaredAt())
                .bind("until", use.until())
                .bind("due", use.reviewDue())
                .rowsUpdated()
                .then()
                .then(seal(use, JUSTIFICATION, justification))
                .then(log(use, client));
    }

    private Mono<Void> log(EmergencyUse use, @Nullable String client) {
        return Params.of(database.sql("""
                        insert into check_log (student_id, check_id, purpose, school_id, caller, client, categories, answer,
                            reason, asked_at)
                        values (:student, :id, :purpose, :school, :caller, :client, :categories, 'PERMIT',
                            'EMERGENCY_USE', :at)"""))
                .bind("student", use.studentId())
                .bind("id", use.id())
                .bind("purpose", use.purpose())
                .bind("school", use.schoolId())
                .bind("caller", use.caller())
                .bind("client", client, String.class)
                .bind("categories", use.categories().toArray(String[]::new))
                .bind("at", use.declaredAt())
                .rowsUpdated()
                .then();
    }

    private Mono<Void> seal(EmergencyUse use, String kind, String words) {
        return keys.seal(use.studentId(), words.getBytes(StandardCharsets.UTF_8))
                .flatMap(sealedWords -> database.sql("""
                                insert into emergency_text (student_id, use_id, kind, sealed)
                                values (:student, :id, :kind, :words)""")
                        .bind("student", use.studentId())
                        .bind("id", use.id())
                        .bind("kind", kind)
                        .bind("words", sealedWords)
                        .then());
    }

    /** One, which nobody else can change until the transaction ends. */
    Mono<EmergencyUse> lock(UUID id) {
        return database.sql("select * from emergency_use where use_id = $1 for update")
                .bind(0, id)
                .map(R2dbcEmergencyUses::use)
                .one();
    }

    Mono<Void> review(EmergencyUse use, Outcome outcome, String by, String note, Instant at) {
        return database.sql("""
                        update emergency_use set outcome = :outcome, reviewed_by = :by, reviewed_at = :at
                        where student_id = :student and use_id = :id""")
                .bind("outcome", outcome.name())
                .bind("by", by)
                .bind("at", at)
                .bind("student", use.studentId())
                .bind("id", use.id())
                .then()
                .then(seal(use, "REVIEW", note));
    }

    /** What waits first, by when it is due; then the newest. Of one school, or of all. */
    Flux<EmergencyUse> list(@Nullable String schoolId, int atMost) {
        return Params.of(database.sql("""
                        select * from emergency_use where school_id = coalesce(:school, school_id)
                        order by outcome is not null, case when outcome is null then review_due end, declared_at desc,
                            use_id
                        limit :most"""))
                .bind("school", schoolId, String.class)
                .bind("most", atMost)
                .statement()
                .map(R2dbcEmergencyUses::use)
                .all();
    }

    /** Those of a student's data, newest first. */
    Flux<EmergencyUse> of(UUID studentId, int atMost) {
        return database.sql("""
                        select * from emergency_use where student_id = $1
                        order by declared_at desc, use_id limit $2""")
                .bind(0, studentId)
                .bind(1, atMost)
                .map(R2dbcEmergencyUses::use)
                .all();
    }

    /** The reasons of uses, in their order; absent where the student's key was destroyed. */
    Mono<List<Optional<String>>> justifications(List<EmergencyUse> uses) {
        if (uses.isEmpty()) {
            return Mono.just(List.of());
        }
        return database.sql("""
                        select use_id, student_id, sealed from emergency_text
                        where use_id = any(:ids) and student_id = any(:students) and kind = 'JUSTIFICATION'""")
                .bind("ids", uses.stream().map(EmergencyUse::id).toArray(UUID[]::new))
                .bind("students", uses.stream().map(EmergencyUse::studentId).toArray(UUID[]::new))
                .map(row -> new Words(
                        RequiredColumn.get(row, "use_id", UUID.class),
                        new SubjectKeys.Sealed(
                                RequiredColumn.get(row, "student_id", UUID.class),
                                RequiredColumn.get(row, "sealed", byte[].class))))
                .all()
                .collectList()
                .flatMap(found -> keys.openAll(found.stream().map(Words::closed).toList())
                        .map(opened -> ordered(uses, found, opened)));
    }

    private static List<Optional<String>> ordered(
            List<EmergencyUse> uses, List<Words> found, List<Optional<byte[]>> opened) {
        List<Optional<String>> words = new ArrayList<>();
        for (EmergencyUse use : uses) {
            Optional<String> said = Optional.empty();
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i).use().equals(use.id())) {
                    said = opened.get(i).map(text -> new String(text, StandardCharsets.UTF_8));
                }
            }
            words.add(said);
        }
        return words;
    }

    /** Who declared how many, since an instant; who most first. */
    Flux<OfCaller> callers(@Nullable String schoolId, Instant since, Instant now) {
        return Params.of(database.sql("""
                        select school_id, caller, count(*)::int as uses,
                            (count(*) filter (where outcome = 'NOT_JUSTIFIED'))::int as not_justified,
                            (count(*) filter (where outcome is null))::int as waiting,
                            (count(*) filter (where outcome is null and review_due < :now))::int as overdue
                        from emergency_use
                        where school_id = coalesce(:school, school_id) and declared_at >= :since
                        group by school_id, caller
                        order by not_justified desc, uses desc, caller limit 200"""))
                .bind("school", schoolId, String.class)
                .bind("since", since)
                .bind("now", now)
                .statement()
                .map(row -> new OfCaller(
                        RequiredColumn.get(row, "school_id", String.class),
                        RequiredColumn.get(row, "caller", String.class),
                        RequiredColumn.get(row, "uses", Integer.class),
                        RequiredColumn.get(row, "not_justified", Integer.class),
                        RequiredColumn.get(row, "waiting", Integer.class),
                        RequiredColumn.get(row, "overdue", Integer.class)))
                .all();
    }

    private static EmergencyUse use(Readable row) {
        String outcome = row.get("outcome", String.class);
        String position = row.get("position", String.class);
        return new EmergencyUse(
                RequiredColumn.get(row, "use_id", UUID.class),
                RequiredColumn.get(row, "student_id", UUID.class),
                RequiredColumn.get(row, "school_id", String.class),
                RequiredColumn.get(row, "purpose", String.class),
                List.of(RequiredColumn.get(row, "categories", String[].class)),
                RequiredColumn.get(row, "caller", String.class),
                position == null ? null : Position.valueOf(position),
                RequiredColumn.get(row, "declared_at", Instant.class),
                RequiredColumn.get(row, "until", Instant.class),
                RequiredColumn.get(row, "review_due", Instant.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.get("reviewed_at", Instant.class));
    }

    private record Words(UUID use, SubjectKeys.Sealed closed) {}

    /**
     * Uses by one caller.
     *
     * @param schoolId of which school
     * @param caller a system, or a person's login
     * @param uses how many
     * @param notJustified of them, found to be no emergency
     * @param waiting of them, not judged yet
     * @param overdue of those, not judged in time
     */
    record OfCaller(String schoolId, String caller, int uses, int notJustified, int waiting, int overdue) {}
}
