package vn.edu.privacy.consent.purpose;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which notice was shown to whom, for which student, in which language, when (Decree 13 art. 13.1, R-NOT-01). */
public interface ServedNotices {
    /** What was served under this id; empty when unknown. */
    Mono<ServedNotice> find(UUID id);

    /**
     * Records that the current version is being shown. Empty when the purpose is unknown, retired, needs no consent or is
     * not told in that language.
     * Whether the person may act for the student is the caller's to establish first.
     */
    Mono<ServedNotice> serve(UUID person, UUID student, String purpose, String language);

    /**
     * Records that a version was on a form that a person answered. Whether the form was printed so, is the caller's to
     * establish.
     *
     * @param servedAt when the form was printed
     */
    Mono<ServedNotice> servedOnPaper(
            UUID person, UUID student, String purpose, int version, String language, Instant servedAt);
}
