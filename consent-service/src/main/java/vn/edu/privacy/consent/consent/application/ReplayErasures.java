package vn.edu.privacy.consent.consent.application;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Carries out again what a restored database has forgotten, before anybody is served from it: nobody may bring back what
 * was erased (Law 91 art. 14.4). Runs in the caller's transaction.
 */
public final class ReplayErasures {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayErasures.class);

    private final Erasures erasures;
    private final EraseData erase;
    private final InstructionAnswers answers;

    /** Collaborators: journal, the erasing itself, and the journal's copy apart from the database. */
    public ReplayErasures(Erasures erasures, EraseData erase, InstructionAnswers answers) {
        this.erasures = erasures;
        this.erase = erase;
        this.answers = answers;
    }

    /** Writes the journal's copy anew, from what this database knows: it was lost. */
    public Mono<Void> refill() {
        return erasures.students()
                .collectList()
                .flatMapIterable(students -> students)
                .concatMap(student ->
                        erasures.of(student).collectList().flatMap(all -> answers.erasuresNoted(student, all)))
                .then();
    }

    /** Erases again what is left or back of these; the keys are destroyed in any case. */
    public Mono<Void> replay(List<Erasure> journal) {
        return erasures.undone(journal)
                .collectList()
                .flatMapIterable(undone -> undone)
                .concatMap(erasure -> erase.erase(erasure)
                        .doOnSubscribe(
                                start -> LOG.info("erasing again what request {} had erased", erasure.requestId())))
                .then(erasures.destroyKeys(journal.stream()
                        .filter(erasure -> erasure.scope() == Erasure.Scope.STUDENT)
                        .map(Erasure::studentId)
                        .distinct()
                        .toList()));
    }
}
