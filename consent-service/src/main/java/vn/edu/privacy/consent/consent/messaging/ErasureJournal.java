package vn.edu.privacy.consent.consent.messaging;

import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.consent.application.Erasure;
import vn.edu.privacy.consent.consent.application.ReplayErasures;
import vn.edu.privacy.contracts.events.ErasureJournalV1;
import vn.edu.privacy.platform.messaging.IncomingEvent;
import vn.edu.privacy.platform.messaging.JournalHandler;

/** Reads back who was erased. */
final class ErasureJournal implements JournalHandler {
    private final ReplayErasures erasures;
    private final JsonMapper json;

    ErasureJournal(ReplayErasures erasures, JsonMapper json) {
        this.erasures = erasures;
        this.json = json;
    }

    @Override
    public Mono<Void> replay(List<IncomingEvent> events) {
        return erasures.replay(
                events.stream().flatMap(this::erasures).distinct().toList());
    }

    @Override
    public Mono<Void> refill() {
        return erasures.refill();
    }

    private Stream<Erasure> erasures(IncomingEvent event) {
        ErasureJournalV1 journal = event.as(ErasureJournalV1.class, json);
        return journal.erasures().stream()
                .map(noted -> new Erasure(
                        journal.studentId(),
                        noted.requestId(),
                        Erasure.Scope.valueOf(noted.scope()),
                        noted.purpose(),
                        Erasure.Ground.valueOf(noted.ground()),
                        noted.askedBy(),
                        noted.erasedAt()));
    }
}
