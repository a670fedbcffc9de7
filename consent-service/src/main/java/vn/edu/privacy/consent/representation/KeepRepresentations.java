package vn.edu.privacy.consent.representation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.announcement.Announcement;
import vn.edu.privacy.consent.announcement.AnnouncementKind;
import vn.edu.privacy.consent.announcement.Announcements;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.representation.RepresentationRefused.Reason;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.Majority;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.time.Ids;

/**
 * Records authorisations from their documents, has a second person check them, and ends them at once (Decree 13 art. 11.11,
 * Civil Code art. 134–140). The representative acts as the party that gave it and only as long as that party may act
 * itself. Runs in the caller's transaction; errors are {@link RepresentationRefused}.
 */
@Component
public class KeepRepresentations {
    private static final int MOST = 200;

    private final R2dbcRepresentations representations;
    private final Students students;
    private final Purposes purposes;
    private final Majority majority;
    private final RepresentationEvents events;
    private final Announcements announcements;
    private final Clock clock;

    KeepRepresentations(
            R2dbcRepresentations representations,
            Students students,
            Purposes purposes,
            Majority majority,
            RepresentationEvents events,
            Announcements announcements,
            Clock clock) {
        this.representations = representations;
        this.students = students;
        this.purposes = purposes;
        this.majority = majority;
        this.events = events;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** All about a student, newest first. */
    Flux<Representation> of(UUID studentId) {
        return representations.of(studentId);
    }

    /** A school's that wait for a second person, oldest first. */
    Flux<Representation> waiting(String schoolId) {
        return representations.waiting(schoolId, MOST);
    }

    /** Those that a person has given about a student and that hold or will. */
    public Flux<Representation> inForceFor(UUID represented, UUID studentId) {
        LocalDate today = today();
        return representations
                .of(studentId)
                .filter(each -> each.represented().equals(represented)
                        && each.state() == Representation.State.CONFIRMED
                        && today.isBefore(each.until()));
    }

    /** Who can authorise somebody about a student today: guardians in force, and the student when it is of age. */
    List<Party> parties(StudentFacts student) {
        LocalDate today = today();
        if (majority.reached(student.birthDate(), today)) {
            return Optional.ofNullable(student.personId()).stream()
                    .map(person -> new Party(person, Capacity.SELF))
                    .toList();
        }
        return student.guardians().stream()
                .filter(relation -> relation.inForce(today))
                .map(relation -> new Party(relation.personId(), relation.capacity()))
                .toList();
    }

    /** Records what a document says; nobody may act by it before a second person has checked it. */
    Mono<Representation> record(StudentFacts student, Document document, UUID by) {
        Instant at = now();
        LocalDate from = document.from() == null ? today() : document.from();
        // an authorisation without a stated term lasts one year (Civil Code art. 140.2.b)
        LocalDate until = document.until() == null ? from.plusYears(1) : document.until();
        if (!until.isAfter(from) || !until.isAfter(today())) {
            return RepresentationRefused.because(Reason.TERM_IMPOSSIBLE, "until");
        }
        boolean party = parties(student).stream().anyMatch(each -> each.person().equals(document.represented()));
        if (!party || document.representative().equals(document.represented())) {
            return RepresentationRefused.because(Reason.NOT_REPRESENTABLE, "represented");
        }
        if (document.representative().equals(student.personId())) {
            return RepresentationRefused.because(Reason.NOT_REPRESENTABLE, "representative");
        }
        Representation recorded = new Representation(
                Ids.next(),
                student.studentId(),
                student.schoolId(),
                document.represented(),
                document.representative(),
                document.purposes().stream().sorted().distinct().toList(),
                document.requestTypes().stream().sorted().distinct().toList(),
                document.reference(),
                from,
                until,
                by,
                at,
                null,
                null);
        return known(recorded.purposes())
                .then(representations.keep(recorded))
                .then(announcements.tell(
                        Announcement.toOfficers(AnnouncementKind.REPRESENTATION_TO_CHECK, recorded.schoolId(), at)
                                .about(recorded.studentId())))
                .thenReturn(recorded);
    }

    /** A second person compared it with the document. */
    Mono<Representation> check(UUID studentId, UUID id, boolean confirmed, UUID by) {
        return locked(studentId, id)
                .flatMap(found -> {
                    if (found.state() == Representation.State.ENDED) {
                        return RepresentationRefused.<Void>because(Reason.ALREADY_ENDED);
                    }
                    if (found.confirmed() != null) {
                        return RepresentationRefused.<Void>because(Reason.ALREADY_CHECKED);
                    }
                    if (found.recordedBy().equals(by)) {
                        return RepresentationRefused.<Void>because(Reason.SECOND_PERSON_NEEDED);
                    }
                    Instant at = now();
                    return representations
                            .check(found, confirmed, by, at)
                            .then(confirmed ? events.confirmed(found) : Mono.empty())
                            .then(announcements.tell(outcome(found, confirmed, at)));
                })
                .then(locked(studentId, id));
    }

    /**
     * Ends it at once; what was decided by it stands, as the party's decision.
     *
     * @param by who ends it
     * @param ownOnly whether only who gave it may
     */
    public Mono<Representation> end(UUID studentId, UUID id, UUID by, boolean ownOnly) {
        return locked(studentId, id)
                .filter(found -> !ownOnly || found.represented().equals(by))
                .switchIfEmpty(RepresentationRefused.because(Reason.UNKNOWN))
                .flatMap(found -> {
                    if (found.endedAt() != null || Boolean.FALSE.equals(found.confirmed())) {
                        return RepresentationRefused.<Void>because(Reason.ALREADY_ENDED);
                    }
                    return representations
                            .end(found, by, now())
                            .then(found.confirmed() == null ? Mono.empty() : events.ended(found));
                })
                .then(locked(studentId, id));
    }

    private static Announcement outcome(Representation found, boolean confirmed, Instant at) {
        return Announcement.toPeople(
                        confirmed
                                ? AnnouncementKind.REPRESENTATION_CONFIRMED
                                : AnnouncementKind.REPRESENTATION_REJECTED,
                        List.of(found.recordedBy()),
                        at)
                .about(found.studentId());
    }

    private Mono<Representation> locked(UUID studentId, UUID id) {
        return Mono.defer(() -> representations.lock(studentId, id))
                .switchIfEmpty(RepresentationRefused.because(Reason.UNKNOWN));
    }

    private Mono<Void> known(List<String> codes) {
        if (codes.isEmpty()) {
            return Mono.empty();
        }
        return purposes.allCurrent()
                .filter(purpose -> purpose.basis().needsConsent())
                .map(purpose -> purpose.code())
                .collect(Collectors.toSet())
                .flatMap((Set<String> asking) -> asking.containsAll(codes)
                        ? Mono.empty()
                        : RepresentationRefused.because(Reason.UNKNOWN_PURPOSE, "purposes"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), LawInForce.ZONE);
    }

    /**
     * What a document says.
     *
     * @param represented who gave it
     * @param representative who may act by it
     * @param purposes codes; every one when empty
     * @param requestTypes kinds of requests that it is for, and nothing else then; everything when empty
     * @param reference where it is kept; no personal data
     * @param from first day in force; today when null
     * @param until first day no longer in force; one year after the first when the document states none
     */
    record Document(
            UUID represented,
            UUID representative,
            List<String> purposes,
            List<RequestKind> requestTypes,
            String reference,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * Somebody who can authorise.
     *
     * @param person who
     * @param capacity as what
     */
    record Party(UUID person, Capacity capacity) {}
}
