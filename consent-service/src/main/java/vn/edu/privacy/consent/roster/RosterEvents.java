package vn.edu.privacy.consent.roster;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.events.StudentChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.platform.messaging.Outbox;
import vn.edu.privacy.platform.messaging.OutgoingEvent;

/** Tells the other service who is whose guardian: ids and dates only. */
@Component
class RosterEvents {
    private final Outbox outbox;

    RosterEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    Mono<Void> changed(List<StudentFacts> students, Map<UUID, Long> versions) {
        return outbox.append(students.stream()
                .map(student -> new OutgoingEvent(
                        Topics.ROSTER,
                        student.studentId().toString(),
                        StudentChangedV1.TYPE,
                        event(student, Objects.requireNonNull(versions.get(student.studentId())))))
                .toList());
    }

    private static StudentChangedV1 event(StudentFacts student, long version) {
        Enrolment newest = student.enrolments().stream()
                .filter(enrolment -> enrolment.schoolId().equals(student.schoolId()))
                .findFirst()
                .orElseThrow();
        return new StudentChangedV1(
                student.studentId(),
                student.schoolId(),
                version,
                student.personId(),
                student.birthDate(),
                student.birthDateVerified(),
                newest.from(),
                newest.until(),
                student.guardians().stream().map(RosterEvents::relation).toList());
    }

    private static StudentChangedV1.Guardianship relation(Guardianship relation) {
        return new StudentChangedV1.Guardianship(
                relation.personId(),
                relation.capacity().name(),
                relation.from(),
                relation.until(),
                relation.suspendedFrom(),
                relation.suspendedUntil());
    }
}
