package vn.edu.privacy.consent.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.database.RequiredColumn;
import vn.edu.privacy.platform.vault.BlindIndex;

/**
 * Numbers whose students were erased, as keyed digests: without the vault's key nobody can tell whose they were, and
 * nothing leads from them to what is left of the student.
 */
@Repository
class ErasedNumbers {
    private final DatabaseClient database;
    private final BlindIndex index;

    ErasedNumbers(DatabaseClient database, BlindIndex index) {
        this.database = database;
        this.index = index;
    }

    /** From now on refuses lines with that number whose enrolment began up to the day. */
    Mono<Void> refuse(String sectorId, LocalDate day) {
        return database.sql("""
                        insert into erased_number (digest, erased_on) values (:digest, :day)
                        on conflict (digest) do update
                            set erased_on = greatest(erased_number.erased_on, excluded.erased_on)""")
                .bind("digest", digest(sectorId))
                .bind("day", day)
                .then();
    }

    /** On which day the students of those of the numbers that were erased were, by digest. */
    Mono<Map<String, LocalDate>> among(List<String> sectorIds) {
        return Flux.fromIterable(sectorIds)
                .map(number -> Bytea.of(digest(number)))
                .collectList()
                .flatMap(digests -> database.sql("""
                                select digest, erased_on from erased_number
                                where digest = any(array(select d::bytea from unnest(:digests::text[]) as d))""")
                        .bind("digests", digests.toArray(String[]::new))
                        .map(row -> Map.entry(
                                Bytea.of(RequiredColumn.get(row, "digest", byte[].class)),
                                RequiredColumn.get(row, "erased_on", LocalDate.class)))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether that line is about an erased student. A later enrolment is a new beginning, with a new student id. */
    boolean refuses(Map<String, LocalDate> erased, RosterBatch.Line line) {
        LocalDate day = erased.get(Bytea.of(digest(line.sectorId())));
        return day != null && !line.enrolledFrom().isAfter(day);
    }

    /** Of another kind than the index that students are found by. */
    private byte[] digest(String sectorId) {
        return index.of("erased\n" + sectorId);
    }
}
