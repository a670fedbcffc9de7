package vn.edu.privacy.consent.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;
import vn.edu.privacy.consent.roster.Acting;
import vn.edu.privacy.consent.roster.Enrolment;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.StudentName;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.page.Times;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Who of the students a reader may see. Everybody else's child is not found, as is one that does not exist. */
@Component
class Family {
    private static final String NAMELESS = "—";

    private final Students students;
    private final MessageSource texts;
    private final Clock clock;

    Family(Students students, MessageSource texts, Clock clock) {
        this.students = students;
        this.texts = texts;
        this.clock = clock;
    }

    /** The students for whom the reader may act today. */
    Mono<List<Child>> of(UUID person) {
        return students.ofPerson(person)
                .concatMap(facts -> students.acting(person, facts.studentId()).map(acting -> Map.entry(facts, acting)))
                .collectList()
                .flatMap(found -> students.names(found.stream()
                                .map(each -> each.getKey().studentId())
                                .toList())
                        .map(names -> found.stream()
                                .map(each -> child(each.getKey(), each.getValue(), names))
                                .toList()));
    }

    /** The student, when the reader may act for it today; otherwise NOT_FOUND. */
    Mono<Child> child(Caller caller, UUID studentId) {
        UUID person = caller.requirePerson();
        return students.acting(person, studentId)
                .flatMap(acting -> Mono.zip(students.facts(studentId), students.names(List.of(studentId)))
                        .map((Tuple2<StudentFacts, Map<UUID, StudentName>> known) ->
                                child(known.getT1(), acting, known.getT2())))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
    }

    /** Texts for the reader of that child's pages. */
    Say say(Child child, Locale locale) {
        return new Say(texts, locale, Voice.of(child, today()));
    }

    /** Texts for a reader of no child's page. */
    Say say(Locale locale) {
        return new Say(texts, locale, Voice.GUARDIAN);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.ZONE);
    }

    private Child child(StudentFacts facts, Acting acting, Map<UUID, StudentName> names) {
        StudentName name = names.get(facts.studentId());
        return new Child(
                facts,
                acting,
                name == null ? NAMELESS : name.full(),
                facts.enrolment(today()).map(Enrolment::className).orElse(""));
    }
}
