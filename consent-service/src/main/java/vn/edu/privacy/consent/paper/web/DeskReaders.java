package vn.edu.privacy.consent.paper.web;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Whose papers a reader may handle. Everybody else's student is not found, as is one that does not exist. */
@Component
class DeskReaders {
    private final Students students;

    DeskReaders(Students students) {
        this.students = students;
    }

    /** A student of the school that the reader works at. */
    Mono<StudentFacts> ofSchool(Caller caller, UUID studentId) {
        String school = school(caller);
        return students.facts(studentId)
                .filter(facts -> facts.schoolId().equals(school))
                .switchIfEmpty(notFound());
    }

    /** A student for whom the reader may act today. */
    Mono<StudentFacts> ofFamily(Caller caller, UUID studentId) {
        return students.capacity(caller.requirePerson(), studentId)
                .flatMap(capacity -> students.facts(studentId))
                .switchIfEmpty(notFound());
    }

    /** A student of the reader's school or family. */
    Mono<StudentFacts> either(Caller caller, UUID studentId) {
        return works(caller)
                ? ofSchool(caller, studentId).onErrorResume(ProblemException.class, no -> ofFamily(caller, studentId))
                : ofFamily(caller, studentId);
    }

    /** The school that the reader works at; a 403 problem for who works at none. */
    static String school(Caller caller) {
        return Optional.of(caller)
                .filter(DeskReaders::works)
                .flatMap(Caller::schoolId)
                .orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN));
    }

    /** Whether the reader may also check what others entered. */
    static boolean officer(Caller caller) {
        return caller.is(Role.SCHOOL_OFFICER);
    }

    static boolean works(Caller caller) {
        return caller.is(Role.SCHOOL_OFFICER) || caller.is(Role.SCHOOL_STAFF);
    }

    private static <T> Mono<T> notFound() {
        return Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND));
    }
}
