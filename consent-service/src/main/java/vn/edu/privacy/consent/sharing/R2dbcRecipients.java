package vn.edu.privacy.consent.sharing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.sharing.SharingAgreement.Content;
import vn.edu.privacy.consent.sharing.SharingRecipient.Route;
import vn.edu.privacy.consent.sharing.SharingRecipient.Sector;
import vn.edu.privacy.platform.database.Params;
import vn.edu.privacy.platform.database.RequiredColumn;

/** The register of recipients in PostgreSQL; the checks' statement reads it there too. */
@Repository
class R2dbcRecipients {
    private final DatabaseClient database;

    R2dbcRecipients(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a recipient, new or changed. */
    Mono<Void> keep(SharingRecipient recipient, String by, Instant at) {
        SharingAgreement agreement = recipient.agreement();
        return Params.of(database.sql("""
                        insert into sharing_recipient (code, name_vi, name_en, sector, legal_entity, route,
                            agreement_reference, agreement_signed_on, agreement_from, agreement_until, agreement_states,
                            registered_by, registered_at)
                        values (:code, :vi, :en, :sector, :entity, :route, :reference, :signed, :from, :until, :states,
                            :by, :at)
                        on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en,
                            sector = excluded.sector, legal_entity = excluded.legal_entity, route = excluded.route,
                            agreement_reference = excluded.agreement_reference,
                            agreement_signed_on = excluded.agreement_signed_on,
                            agreement_from = excluded.agreement_from, agreement_until = excluded.agreement_until,
                            agreement_states = excluded.agreement_states, registered_by = excluded.registered_by,
                            registered_at = excluded.registered_at"""))
                .bind("code", recipient.code())
                .bind("vi", recipient.name().getOrDefault("vi", ""))
                .bind("en", recipient.name().getOrDefault("en", ""))
                .bind("sector", recipient.sector().name())
                .bind("entity", recipient.legalEntity())
                .bind("route", recipient.route().name())
                .bind("reference", agreement == null ? null : agreement.reference(), String.class)
                .bind("signed", agreement == null ? null : agreement.signedOn(), LocalDate.class)
                .bind("from", agreement == null ? null : agreement.from(), LocalDate.class)
                .bind("until", agreement == null ? null : agreement.until(), LocalDate.class)
                .bind(
                        "states",
                        agreement == null
                                ? new String[0]
                                : agreement.states().stream()
                                        .map(Content::name)
                                        .sorted()
                                        .toArray(String[]::new))
                .bind("by", by)
                .bind("at", at)
                .rowsUpdated()
                .then();
    }

    Flux<SharingRecipient> list() {
        return database.sql("select * from sharing_recipient order by code limit 1000")
                .map(R2dbcRecipients::recipient)
                .all();
    }

    private static SharingRecipient recipient(Readable row) {
        return new SharingRecipient(
                RequiredColumn.get(row, "code", String.class),
                Map.of(
                        "vi", RequiredColumn.get(row, "name_vi", String.class),
                        "en", RequiredColumn.get(row, "name_en", String.class)),
                Sector.valueOf(RequiredColumn.get(row, "sector", String.class)),
                RequiredColumn.get(row, "legal_entity", String.class),
                Route.valueOf(RequiredColumn.get(row, "route", String.class)),
                agreement(row));
    }

    private static @Nullable SharingAgreement agreement(Readable row) {
        String reference = row.get("agreement_reference", String.class);
        return reference == null
                ? null
                : new SharingAgreement(
                        reference,
                        RequiredColumn.get(row, "agreement_signed_on", LocalDate.class),
                        RequiredColumn.get(row, "agreement_from", LocalDate.class),
                        row.get("agreement_until", LocalDate.class),
                        Arrays.stream(RequiredColumn.get(row, "agreement_states", String[].class))
                                .map(Content::valueOf)
                                .collect(Collectors.toUnmodifiableSet()));
    }
}
