package vn.edu.privacy.consent.look;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * Tells a student and the guardians in force who of the school looked at what stands about the student here (S-12).
 * Everybody else's student is not found, as is one that does not exist.
 */
@Component
public class WhoViewed {
    private final R2dbcStaffLooks looks;
    private final Students students;

    WhoViewed(R2dbcStaffLooks looks, Students students) {
        this.looks = looks;
        this.students = students;
    }

    /**
     * A page of looks, newest first.
     *
     * @param reader who wants to know
     * @param before only looks with a lower number; the newest without it
     * @param limit at most so many
     */
    public Mono<StaffLook.Page> at(UUID studentId, UUID reader, @Nullable Long before, int limit) {
        return students.capacity(reader, studentId)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .then(Mono.defer(() -> looks.before(studentId, before == null ? Long.MAX_VALUE : before, limit + 1)))
                .map(found -> {
                    List<StaffLook> shown = found.stream().limit(limit).toList();
                    return new StaffLook.Page(
                            shown, found.size() > limit ? shown.getLast().seq() : null);
                });
    }
}
