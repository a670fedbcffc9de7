package vn.edu.privacy.consent.paper.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.paper.application.UncheckedEntries;
import vn.edu.privacy.consent.paper.application.UncheckedEntries.Unchecked;
import vn.edu.privacy.consent.roster.Seen;
import vn.edu.privacy.platform.identity.Caller;

/** What waits for a second person at the officer's school. */
@RestController
class UncheckedController {
    private static final int MOST = 200;

    private final UncheckedEntries entries;

    UncheckedController(UncheckedEntries entries) {
        this.entries = entries;
    }

    @GetMapping("/v1/unchecked-entries")
    Mono<Answer> unchecked(Caller caller) {
        UUID reader = caller.requirePerson();
        return entries.of(DeskReaders.school(caller), MOST)
                .collectList()
                .delayUntil(found ->
                        Seen.note(found.stream().map(Unchecked::studentId).toList()))
                .flatMapIterable(found -> found)
                .map(entry -> Item.of(entry, reader))
                .collectList()
                .map(Answer::new);
    }

    /**
     * The queue.
     *
     * @param items oldest first, at most 200
     */
    record Answer(List<Item> items) {}

    /** An entry that waits; {@code enteredByYou} tells that somebody else has to check it. */
    record Item(
            UUID decisionId,
            UUID studentId,
            String purpose,
            EntryKind kind,
            boolean enteredByYou,
            Instant enteredAt,
            @Nullable LocalDate expressedOn,
            String method,
            String reference) {

        static Item of(Unchecked entry, UUID reader) {
            return new Item(
                    entry.decisionId(),
                    entry.studentId(),
                    entry.purpose(),
                    entry.kind(),
                    entry.enteredBy().equals(reader),
                    entry.enteredAt(),
                    entry.expressedOn(),
                    entry.method(),
                    entry.reference());
        }
    }
}
