package vn.edu.privacy.consent.connection;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.connection.LegalEntity.Active;
import vn.edu.privacy.consent.connection.LegalEntity.Cause;
import vn.edu.privacy.consent.connection.LegalEntity.Referral;
import vn.edu.privacy.consent.connection.LegalEntity.RevocationProposed;
import vn.edu.privacy.consent.connection.LegalEntity.Revoked;
import vn.edu.privacy.consent.connection.LegalEntity.Step;
import vn.edu.privacy.consent.connection.LegalEntity.Suspended;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.database.RequiredColumn;

/** Legal entities and their clients in PostgreSQL; the checks' statement reads them there too. */
@Repository
class R2dbcLegalEntities {
    private final DatabaseClient database;

    R2dbcLegalEntities(DatabaseClient database) {
        this.database = database;
    }

    /** Registers it, or its new name; false when it was disconnected for good. */
    Mono<Boolean> register(String code, String name, String by, Instant at) {
        return database.sql("""
                        insert into legal_entity (code, name, state, changed_by, changed_at)
                        values (:code, :name, 'ACTIVE', :by, :at)
                        on conflict (code) do update set name = excluded.name
                        where legal_entity.state <> 'REVOKED_PERMANENT'""")
                .bind("code", code)
                .bind("name", name)
                .bind("by", by)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** Ties a client of the realm to it; false when the client is another's. */
    Mono<Boolean> connect(String client, String code, String by, Instant at) {
        return database.sql("""
                        insert into connected_client (client, legal_entity, registered_by, registered_at)
                        values (:client, :code, :by, :at)
                        on conflict (client) do update set registered_by = excluded.registered_by
                        where connected_client.legal_entity = excluded.legal_entity""")
                .bind("client", client)
                .bind("code", code)
                .bind("by", by)
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** One, which nobody else changes until the transaction ends. */
    Mono<LegalEntity> lock(String code) {
        return database.sql("select * from legal_entity where code = :code for update")
                .bind("code", code)
                .map(R2dbcLegalEntities::entity)
                .one();
    }

    /** Keeps a step, and has the realm told. */
    Mono<Void> move(LegalEntity entity) {
        Cause cause = cause(entity);
        Referral referral = referral(entity);
        String state = state(entity);
        return Params.of(database.sql("""
                        with moved as (
                            update legal_entity set state = :state, reason = :reason, case_reference = :case,
                                intermediary = :intermediary, referred_to = :authority, referred_on = :referred,
                                changed_by = :changedBy, changed_at = :at, confirmed_by = :confirmedBy
                            where code = :code
                        ), told as (
                            update connected_client set realm_due = true, realm_enabled = :enabled, realm_attempts = 0,
                                realm_next = :at
                            where legal_entity = :code and realm_enabled <> :enabled
                        )
                        insert into legal_entity_step (code, step, state, reason, case_reference, by_whom, at)
                        select :code, coalesce(max(step), 0) + 1, :state, :reason, :case, :by, :at
                        from legal_entity_step where code = :code"""))
                .bind("code", entity.code())
                .bind("state", state)
                .bind("enabled", entity instanceof Active)
                .bind("reason", cause == null ? null : cause.reason(), String.class)
                .bind("case", cause == null ? null : cause.caseReference(), String.class)
                .bind("intermediary", cause != null && cause.intermediary())
                .bind("authority", referral == null ? null : referral.authority(), String.class)
                .bind("referred", referral == null ? null : referral.on(), LocalDate.class)
                .bind(
                        "changedBy",
                        entity instanceof Revoked revoked
                                ? revoked.proposedBy()
                                : entity.last().by())
                .bind("confirmedBy", entity instanceof Revoked ? entity.last().by() : null, String.class)
                .bind("by", entity.last().by())
                .bind("at", entity.last().at())
                .rowsUpdated()
                .then();
    }

    /** All of them, those that are not active first. */
    Flux<Listed> list() {
        return database.sql("""
                        select e.*, coalesce(array_agg(c.client order by c.client) filter (where c.client is not null), '{}')
                            as clients
                        from legal_entity e left join connected_client c on c.legal_entity = e.code
                        group by e.code order by e.state = 'ACTIVE', e.code limit 1000""")
                .map(row -> new Listed(entity(row), List.of(RequiredColumn.get(row, "clients", String[].class))))
                .all();
    }

    /** Of how many clients the realm has to be told. */
    Mono<Long> untold() {
        return database.sql("select count(*) as untold from connected_client where realm_due")
                .map(row -> RequiredColumn.get(row, "untold", Long.class))
                .one();
    }

    /** Claims clients of which the realm has to be told, at most so many; nobody else tells of them before that instant. */
    Flux<Due> claim(Instant now, Instant until, int atMost) {
        return database.sql("""
                        update connected_client set realm_next = :until
                        where client in (select client from connected_client where realm_due and realm_next <= :now
                            order by realm_next limit :most for update skip locked)
                        returning client, realm_enabled, realm_attempts""")
                .bind("now", now)
                .bind("until", until)
                .bind("most", atMost)
                .map(row -> new Due(
                        RequiredColumn.get(row, "client", String.class),
                        RequiredColumn.get(row, "realm_enabled", Boolean.class),
                        RequiredColumn.get(row, "realm_attempts", Integer.class)))
                .all();
    }

    /** The realm knows, unless it is to be told something else by now. */
    Mono<Void> told(Due due) {
        return database.sql("""
                        update connected_client set realm_due = false, realm_attempts = 0
                        where client = :client and realm_enabled = :enabled""")
                .bind("client", due.client())
                .bind("enabled", due.enabled())
                .then();
    }

    /** The realm did not listen; it is told again then. */
    Mono<Void> again(Due due, Instant at) {
        return database.sql("""
                        update connected_client set realm_attempts = realm_attempts + 1, realm_next = :at
                        where client = :client""").bind("client", due.client()).bind("at", at).then();
    }

    private static LegalEntity entity(Readable row) {
        String code = RequiredColumn.get(row, "code", String.class);
        String name = RequiredColumn.get(row, "name", String.class);
        Step last = new Step(
                RequiredColumn.get(row, "changed_by", String.class),
                RequiredColumn.get(row, "changed_at", Instant.class));
        return switch (RequiredColumn.get(row, "state", String.class)) {
            case "ACTIVE" -> new Active(code, name, last);
            case "SUSPENDED" -> new Suspended(code, name, causeOf(row), last);
            case "REVOCATION_PROPOSED" -> new RevocationProposed(code, name, causeOf(row), referralOf(row), last);
            case "REVOKED_PERMANENT" ->
                new Revoked(
                        code,
                        name,
                        causeOf(row),
                        referralOf(row),
                        last.by(),
                        new Step(RequiredColumn.get(row, "confirmed_by", String.class), last.at()));
            default -> throw new IllegalStateException("no state of a legal entity");
        };
    }

    private static Cause causeOf(Readable row) {
        return new Cause(
                RequiredColumn.get(row, "reason", String.class),
                RequiredColumn.get(row, "case_reference", String.class),
                RequiredColumn.get(row, "intermediary", Boolean.class));
    }

    private static @Nullable Referral referralOf(Readable row) {
        String authority = row.get("referred_to", String.class);
        return authority == null
                ? null
                : new Referral(authority, Objects.requireNonNull(row.get("referred_on", LocalDate.class)));
    }

    /** How a state is written. */
    static String state(LegalEntity entity) {
        return switch (entity) {
            case Active active -> "ACTIVE";
            case Suspended suspended -> "SUSPENDED";
            case RevocationProposed proposed -> "REVOCATION_PROPOSED";
            case Revoked revoked -> "REVOKED_PERMANENT";
        };
    }

    /** Why it is not active. */
    static @Nullable Cause cause(LegalEntity entity) {
        return switch (entity) {
            case Active active -> null;
            case Suspended suspended -> suspended.cause();
            case RevocationProposed proposed -> proposed.cause();
            case Revoked revoked -> revoked.cause();
        };
    }

    /** Whom the case was handed to. */
    static @Nullable Referral referral(LegalEntity entity) {
        return switch (entity) {
            case Active active -> null;
            case Suspended suspended -> null;
            case RevocationProposed proposed -> proposed.referral();
            case Revoked revoked -> revoked.referral();
        };
    }

    /** A legal entity with its clients in the realm. */
    record Listed(LegalEntity entity, List<String> clients) {
        Listed {
            clients = List.copyOf(clients);
        }
    }

    /** A client whose state the realm has to be told. */
    record Due(String client, boolean enabled, int attempts) {}
}
