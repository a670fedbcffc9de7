package vn.edu.privacy.consent.consent.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.EntryTexts;
import vn.edu.privacy.platform.database.RequiredColumn;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** Parties' own words in PostgreSQL, sealed together with their salt. */
final class SealedEntryTexts implements EntryTexts {
    private static final int SALT_BYTES = 16;

    private final DatabaseClient database;
    private final SubjectKeys keys;
    private final SecureRandom random = new SecureRandom();

    SealedEntryTexts(DatabaseClient database, SubjectKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Salted salt(String text) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] digest = LedgerBody.link(salt, text.getBytes(StandardCharsets.UTF_8));
        return new Salted(salt, text, HexFormat.of().formatHex(digest));
    }

    @Override
    public Mono<Void> keep(UUID studentId, UUID decisionId, Salted text) {
        byte[] words = text.text().getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(SALT_BYTES + words.length)
                .put(text.salt())
                .put(words)
                .array();
        return keys.seal(studentId, plain)
                .flatMap(sealedText -> database.sql("""
                                insert into decision_text (student_id, decision_id, sealed)
                                values (:student, :decision, :sealed)""")
                        .bind("student", studentId)
                        .bind("decision", decisionId)
                        .bind("sealed", sealedText)
                        .then());
    }

    @Override
    public Mono<List<String>> read(UUID studentId, Collection<UUID> decisions) {
        if (decisions.isEmpty()) {
            return Mono.just(List.of());
        }
        return database.sql("""
                        select sealed from decision_text
                        where student_id = :student and decision_id = any(:decisions) order by decision_id""")
                .bind("student", studentId)
                .bind("decisions", decisions.toArray(UUID[]::new))
                .map(row -> new SubjectKeys.Sealed(studentId, RequiredColumn.get(row, "sealed", byte[].class)))
                .all()
                .collectList()
                .flatMap(keys::openAll)
                .map(opened -> opened.stream()
                        .flatMap(Optional::stream)
                        .map(SealedEntryTexts::words)
                        .toList());
    }

    private static String words(byte[] plain) {
        return new String(Arrays.copyOfRange(plain, SALT_BYTES, plain.length), StandardCharsets.UTF_8);
    }
}
