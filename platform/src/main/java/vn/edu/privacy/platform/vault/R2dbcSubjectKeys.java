package vn.edu.privacy.platform.vault;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Keys in {@code vault.subject_key}. Nothing is cached, so that a key destroyed on one instance is gone on all. Subjects
 * are written in order of their ids, so that two batches cannot lock each other out.
 */
final class R2dbcSubjectKeys implements SubjectKeys {
    /** Each subject has one key for ever; the byte is there for the day when it may have more. */
    private static final byte SUBJECT_KEY_ID = 0;

    private static final String FIND = "select subject, wrapped from vault.subject_key where subject = any($1::uuid[])";
    private static final String CREATE = """
            insert into vault.subject_key (subject, wrapped)
            select s, decode(w, 'base64') from unnest($1::uuid[], $2::text[]) as t (s, w)
            on conflict (subject) do nothing""";
    private static final String DESTROY = """
            insert into vault.subject_key (subject, wrapped, destroyed_at)
            select s, null, now() from unnest($1::uuid[]) as s order by s
            on conflict (subject) do update set wrapped = null, destroyed_at = now()
            where vault.subject_key.wrapped is not null""";

    private final DatabaseClient database;
    private final MasterKey master;

    R2dbcSubjectKeys(DatabaseClient database, MasterKey master) {
        this.database = database;
        this.master = master;
    }

    @Override
    public Mono<byte[]> seal(UUID subject, byte[] plain) {
        return sealAll(List.of(new Sealing(subject, plain))).map(List::getFirst);
    }

    @Override
    public Mono<byte[]> open(UUID subject, byte[] sealed) {
        return openAll(List.of(new Sealed(subject, sealed)))
                .map(opened -> opened.getFirst().orElseThrow(() -> new SubjectErased(subject)));
    }

    @Override
    public Mono<List<byte[]>> sealAll(List<Sealing> sealings) {
        var subjects = new TreeSet<UUID>();
        sealings.forEach(sealing -> subjects.add(sealing.subject()));
        return keysOf(subjects).map(keys -> {
            List<byte[]> envelopes = new ArrayList<>(sealings.size());
            for (Sealing sealing : sealings) {
                byte[] key = key(keys, sealing.subject()).orElseThrow(() -> new SubjectErased(sealing.subject()));
                envelopes.add(Envelope.seal(key, SUBJECT_KEY_ID, sealing.subject(), sealing.plain()));
            }
            return envelopes;
        });
    }

    @Override
    public Mono<List<Optional<byte[]>>> openAll(List<Sealed> all) {
        var subjects = new TreeSet<UUID>();
        all.forEach(one -> subjects.add(one.subject()));
        return find(subjects).map(keys -> {
            List<Optional<byte[]>> opened = new ArrayList<>(all.size());
            for (Sealed one : all) {
                if (!keys.containsKey(one.subject())) {
                    throw new SealBroken("subject " + one.subject() + " never had a key");
                }
                opened.add(key(keys, one.subject())
                        .map(key -> Envelope.open(key, SUBJECT_KEY_ID, one.subject(), one.sealed())));
            }
            return opened;
        });
    }

    @Override
    public Mono<Void> destroy(UUID subject) {
        return destroyAll(List.of(subject));
    }

    @Override
    public Mono<Void> destroyAll(Collection<UUID> subjects) {
        return subjects.isEmpty()
                ? Mono.empty()
                : database.sql(DESTROY)
                        .bind(0, subjects.stream().distinct().toArray(UUID[]::new))
                        .then();
    }

    private static Optional<byte[]> key(Map<UUID, Optional<byte[]>> keys, UUID subject) {
        return keys.getOrDefault(subject, Optional.empty());
    }

    private Mono<Map<UUID, Optional<byte[]>>> keysOf(Collection<UUID> subjects) {
        return find(subjects).flatMap(found -> {
            List<UUID> missing = subjects.stream()
                    .filter(subject -> !found.containsKey(subject))
                    .toList();
            if (missing.isEmpty()) {
                return Mono.just(found);
            }
            return create(missing).then(find(missing)).map(created -> {
                found.putAll(created);
                return found;
            });
        });
    }

    /** The key of each subject that has a row; empty where it was destroyed. */
    private Mono<Map<UUID, Optional<byte[]>>> find(Collection<UUID> subjects) {
        return database.sql(FIND)
                .bind(0, subjects.toArray(UUID[]::new))
                .map(row -> {
                    UUID subject = Objects.requireNonNull(row.get("subject", UUID.class));
                    return Map.entry(
                            subject,
                            Optional.ofNullable(row.get("wrapped", byte[].class))
                                    .map(wrapped -> master.unwrap(subject, wrapped)));
                })
                .all()
                .collect(HashMap::new, (keys, entry) -> keys.put(entry.getKey(), entry.getValue()));
    }

    /** Whoever comes second keeps the key of the first: read again after this. */
    private Mono<Void> create(List<UUID> subjects) {
        Base64.Encoder base64 = Base64.getEncoder();
        String[] wrapped = subjects.stream()
                .map(subject -> base64.encodeToString(master.wrap(subject, Envelope.randomKey())))
                .toArray(String[]::new);
        return database.sql(CREATE)
                .bind(0, subjects.toArray(UUID[]::new))
                .bind(1, wrapped)
                .then();
    }
}
