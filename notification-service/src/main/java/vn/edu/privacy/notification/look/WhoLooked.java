package vn.edu.privacy.notification.look;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.look.R2dbcLooks.Entry;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * Tells a student and the guardians in force who looked at the student's requests and data (S-12). Nobody learns who
 * another guardian is, only that a guardian looked; everybody else's student is not found.
 */
@Component
public class WhoLooked {
    private final R2dbcLooks looks;
    private final Authority authority;

    WhoLooked(R2dbcLooks looks, Authority authority) {
        this.looks = looks;
        this.authority = authority;
    }

    /**
     * A page of looks, newest first.
     *
     * @param reader who wants to know
     * @param before only looks with a lower number; the newest without it
     * @param limit at most so many
     */
    public Mono<Page> at(UUID studentId, UUID reader, @Nullable Long before, int limit) {
        return authority
                .of(reader, studentId)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .then(Mono.defer(() -> looks.before(studentId, before == null ? Long.MAX_VALUE : before, limit + 1)))
                .map(found -> page(found, reader, limit));
    }

    private static Page page(List<Entry> found, UUID reader, int limit) {
        List<Seen> shown = found.stream()
                .limit(limit)
                .map(entry -> new Seen(
                        entry.seq(), entry.at(), entry.requestId(), entry.reference(), by(entry, reader), entry.what()))
                .toList();
        return new Page(shown, found.size() > limit ? shown.getLast().seq() : null);
    }

    private static By by(Entry entry, UUID reader) {
        return switch (entry.role()) {
            case SCHOOL_OFFICER -> By.SCHOOL_OFFICER;
            case DATA_PROTECTION_OFFICER -> By.DATA_PROTECTION_OFFICER;
            case OTHER -> By.NOBODY_ENTITLED;
            case REQUESTER -> {
                if (entry.viewer().equals(reader.toString())) {
                    yield By.YOU;
                }
                yield entry.byStudent() ? By.STUDENT : By.GUARDIAN;
            }
        };
    }

    /** Who looked, as far as the family learns it. */
    public enum By {
        /** The reader. */
        YOU,
        /** The student. */
        STUDENT,
        /** A guardian. */
        GUARDIAN,
        /** An officer of the school. */
        SCHOOL_OFFICER,
        /** The data-protection officer. */
        DATA_PROTECTION_OFFICER,
        /** Somebody without the right to, who was refused. */
        NOBODY_ENTITLED
    }

    /**
     * One look.
     *
     * @param seq its number among the student's
     * @param at when
     * @param requestId by which request
     * @param reference of the request, as people write it
     * @param by who
     * @param what at what
     */
    public record Seen(long seq, Instant at, UUID requestId, String reference, By by, Look.What what) {}

    /**
     * A page of them.
     *
     * @param looks newest first
     * @param next the number before which the next page begins; absent on the last one
     */
    public record Page(List<Seen> looks, @Nullable Long next) {
        public Page {
            looks = List.copyOf(looks);
        }
    }
}
