package vn.edu.privacy.consent.announcement;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells of a page in one transaction. What fails for one student fails for the page; told student by student then, it fails
 * for that one alone, is logged and counted, and is left to the next run.
 */
final class StudentByStudent {
    private static final Logger LOG = LoggerFactory.getLogger(StudentByStudent.class);

    private final TransactionalOperator transaction;
    private final Counter untold;

    /**
     * Without a page yet.
     *
     * @param untold counts students who could not be told of in a run
     */
    StudentByStudent(TransactionalOperator transaction, Counter untold) {
        this.transaction = transaction;
        this.untold = untold;
    }

    /**
     * Tells of a page.
     *
     * @param page what is due
     * @param student whom each concerns
     * @param telling tells of several
     */
    <T> Mono<Void> tell(List<T> page, Function<T, UUID> student, Function<List<T>, Mono<Void>> telling) {
        return Mono.defer(() -> telling.apply(page))
                .as(transaction::transactional)
                .onErrorResume(error -> oneByOne(page, student, telling));
    }

    private <T> Mono<Void> oneByOne(List<T> page, Function<T, UUID> student, Function<List<T>, Mono<Void>> telling) {
        Map<UUID, List<T>> byStudent = page.stream().collect(Collectors.groupingBy(student));
        return Flux.fromIterable(byStudent.entrySet())
                .concatMap(each -> Mono.defer(() -> telling.apply(each.getValue()))
                        .as(transaction::transactional)
                        .onErrorResume(error -> failed(each.getKey(), error)))
                .then();
    }

    private Mono<Void> failed(UUID student, Throwable error) {
        untold.increment();
        LOG.warn(
                "family of student {} is still to be told ({}): {}",
                student,
                untold.getId().getName(),
                error.getClass().getName());
        return Mono.empty();
    }
}
