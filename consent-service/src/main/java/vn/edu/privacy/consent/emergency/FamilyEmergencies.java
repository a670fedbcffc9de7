package vn.edu.privacy.consent.emergency;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.DataCategory;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * Tells a student and the guardians in force that the student's data was used in an emergency without their consent, and
 * what the review found: the right to know (Decree 13 art. 9.1, Law 91/2025 art. 4.1.a; R-EXC-03). Everybody else's student
 * is not found, as is one that does not exist.
 */
@Component
public class FamilyEmergencies {
    private static final int MOST = 200;

    private final R2dbcEmergencyUses uses;
    private final Students students;
    private final Purposes purposes;

    FamilyEmergencies(R2dbcEmergencyUses uses, Students students, Purposes purposes) {
        this.uses = uses;
        this.students = students;
        this.purposes = purposes;
    }

    /**
     * Uses of a student's data, newest first.
     *
     * @param reader who wants to know
     * @param language of names
     */
    public Mono<List<UseTold>> of(UUID studentId, UUID reader, String language) {
        return students.capacity(reader, studentId)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .thenMany(uses.of(studentId, MOST))
                .collectList()
                .flatMap(found -> found.isEmpty()
                        ? Mono.just(List.of())
                        : purposes.allCurrent()
                                .collectMap(PublishedPurpose::code)
                                .map(known -> found.stream()
                                        .map(use -> told(use, known, language))
                                        .toList()));
    }

    private static UseTold told(EmergencyUse use, Map<String, PublishedPurpose> known, String language) {
        PublishedPurpose purpose = known.get(use.purpose());
        Map<String, String> names = purpose == null
                ? Map.of()
                : purpose.categories().stream()
                        .collect(Collectors.toMap(DataCategory::code, category -> category.name(language)));
        return new UseTold(
                use.id(),
                use.schoolId(),
                use.position(),
                use.purpose(),
                purpose == null ? use.purpose() : purpose.notice(language).name(),
                use.categories().stream()
                        .map(code -> names.getOrDefault(code, code))
                        .toList(),
                EmergencyController.ARTICLE,
                use.declaredAt(),
                use.until(),
                use.reviewDue(),
                use.outcome(),
                use.reviewedAt());
    }
}
