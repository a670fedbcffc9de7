package vn.edu.privacy.consent.purpose;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.page.Times;

/** The whole catalogue as officers see it: what is in force, what has ended, what is being written, what is to review. */
@Component
class ReadCatalogue {
    private final R2dbcPurposes purposes;
    private final KeepDrafts drafts;
    private final Clock clock;

    ReadCatalogue(R2dbcPurposes purposes, KeepDrafts drafts, Clock clock) {
        this.purposes = purposes;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Every purpose, by code. */
    Mono<List<Entry>> all() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.ZONE);
        return Mono.zip(purposes.allNewest().collectList(), drafts.all())
                .map(known -> entries(known.getT1(), known.getT2(), today));
    }

    static List<Entry> entries(List<PublishedPurpose> newest, List<DraftReview> drafts, LocalDate today) {
        Map<String, DraftReview> byCode = drafts.stream()
                .collect(Collectors.toMap(review -> review.draft().code(), Function.identity()));
        Map<String, Entry> entries = new TreeMap<>();
        newest.forEach(purpose -> entries.put(
                purpose.code(),
                new Entry(
                        purpose.code(),
                        Optional.of(purpose),
                        Optional.ofNullable(byCode.get(purpose.code())),
                        purpose.reviewDue(today))));
        byCode.forEach((code, review) ->
                entries.putIfAbsent(code, new Entry(code, Optional.empty(), Optional.of(review), false)));
        return List.copyOf(entries.values());
    }

    /**
     * A purpose.
     *
     * @param code the purpose
     * @param newest its newest version; empty when none was published yet
     * @param draft what is being written for it
     * @param reviewDue whether processing without consent must be reviewed by now (R-EXC-02)
     */
    record Entry(String code, Optional<PublishedPurpose> newest, Optional<DraftReview> draft, boolean reviewDue) {
        /** Where its newest version stands, or its draft when there is no version. */
        public PurposeState state() {
            return newest.map(PurposeVersion::newest)
                    .orElseGet(() ->
                            new PurposeState.Draft(draft.orElseThrow().draft().savedAt()));
        }

        /** Its name in that language, else in Vietnamese, else its code. */
        public String name(String language) {
            return newest.map(purpose -> purpose.notice(language).name())
                    .or(() -> draft.map(review -> review.draft().content().notices())
                            .flatMap(notices -> Optional.ofNullable(notices.getOrDefault(language, notices.get("vi"))))
                            .flatMap(notice -> Optional.ofNullable(notice.name())))
                    .orElse(code);
        }
    }
}
