package vn.edu.privacy.consent.emergency;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.announcement.Announcement;
import vn.edu.privacy.consent.announcement.AnnouncementKind;
import vn.edu.privacy.consent.announcement.Announcements;
import vn.edu.privacy.consent.announcement.Concerned;
import vn.edu.privacy.consent.emergency.EmergencyRefused.Reason;
import vn.edu.privacy.consent.emergency.R2dbcEmergencyUses.OfCaller;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.Seen;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.time.Ids;

/**
 * Use without consent to protect life or health in an emergency (Decree 13 art. 17.1, Law 91/2025 art. 19.1.a). Whoever
 * declares one is answered at once and has to be able to prove it: the reasons are kept, the officers are told, and one of
 * them judges it by a day (R-EXC-02, R-EXC-03). It permits this use alone; checks are answered as before. Runs in the
 * caller's transaction; errors are {@link EmergencyRefused}.
 */
@Component
class Emergencies {
    private static final int MOST = 200;

    private final R2dbcEmergencyUses uses;
    private final Students students;
    private final Purposes purposes;
    private final Announcements announcements;
    private final Concerned concerned;
    private final EmergencyProperties properties;
    private final Clock clock;

    Emergencies(
            R2dbcEmergencyUses uses,
            Students students,
            Purposes purposes,
            Announcements announcements,
            Concerned concerned,
            EmergencyProperties properties,
            Clock clock) {
        this.uses = uses;
        this.students = students;
        this.purposes = purposes;
        this.announcements = announcements;
        this.concerned = concerned;
        this.properties = properties;
        this.clock = clock;
    }

    /** Permits one use, and has it judged. */
    Mono<EmergencyUse> declare(Declared declared) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(at, LawInForce.ZONE);
        return students.facts(declared.studentId())
                .filter(student -> enrolled(student, declared.schoolId(), today))
                .switchIfEmpty(EmergencyRefused.because(Reason.UNKNOWN))
                .flatMap(student -> purposes.current(declared.purpose())
                        .filter(purpose -> purpose.activeOn(today))
                        .switchIfEmpty(EmergencyRefused.because(Reason.UNKNOWN_PURPOSE))
                        .flatMap(purpose -> use(declared, purpose, at))
                        .flatMap(use -> uses.keep(use, declared.justification(), declared.client())
                                .then(announcements.tell(List.of(toOfficers(use), toFamily(student, use, today))))
                                .thenReturn(use)));
    }

    private static Announcement toOfficers(EmergencyUse use) {
        return Announcement.toOfficers(AnnouncementKind.EMERGENCY_USED, use.schoolId(), use.declaredAt())
                .about(use.studentId())
                .onPurpose(use.purpose())
                .on(LocalDate.ofInstant(use.reviewDue(), LawInForce.ZONE));
    }

    private Announcement toFamily(StudentFacts student, EmergencyUse use, LocalDate today) {
        return Announcement.toPeople(AnnouncementKind.USED_IN_EMERGENCY, concerned.of(student, today), use.declaredAt())
                .about(use.studentId())
                .onPurpose(use.purpose());
    }

    private Mono<EmergencyUse> use(Declared declared, PublishedPurpose purpose, Instant at) {
        List<String> wanted = declared.categories().isEmpty() ? purpose.dataCategories() : declared.categories();
        if (!purpose.dataCategories().containsAll(wanted)) {
            return EmergencyRefused.because(Reason.CATEGORY_UNKNOWN);
        }
        return Mono.just(new EmergencyUse(
                Ids.next(),
                declared.studentId(),
                declared.schoolId(),
                purpose.code(),
                wanted,
                declared.caller(),
                declared.position(),
                at,
                at.plus(properties.validFor()),
                at.plus(properties.reviewWithin()),
                null,
                null));
    }

    /**
     * An officer judges a use.
     *
     * @param id the use
     * @param school whose uses the officer judges; null for every school's
     * @param outcome what was found
     * @param note why, in words
     * @param by the officer, who is not the one who declared it
     */
    Mono<EmergencyUse> review(UUID id, @Nullable String school, Outcome outcome, String note, String by) {
        return uses.lock(id)
                .filter(use -> school == null || use.schoolId().equals(school))
                .switchIfEmpty(EmergencyRefused.because(Reason.UNKNOWN))
                .delayUntil(use -> {
                    if (use.outcome() != null) {
                        return EmergencyRefused.<Void>because(Reason.ALREADY_REVIEWED);
                    }
                    return use.caller().equals(by)
                            ? EmergencyRefused.<Void>because(Reason.SECOND_PERSON_NEEDED)
                            : uses.review(
                                    use, outcome, by, note, clock.instant().truncatedTo(ChronoUnit.MICROS));
                })
                .flatMap(use -> tellOfReview(use).then(uses.lock(id)));
    }

    /** Whom the student's matters concern now hear what was found: what is told names no outcome, the portal does. */
    private Mono<Void> tellOfReview(EmergencyUse use) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return students.facts(use.studentId())
                .flatMap(student -> announcements.tell(Announcement.toPeople(
                                AnnouncementKind.EMERGENCY_JUDGED,
                                concerned.of(student, LocalDate.ofInstant(at, LawInForce.ZONE)),
                                at)
                        .about(use.studentId())
                        .onPurpose(use.purpose())));
    }

    /**
     * What officers see: what waits first.
     *
     * @param school whose; null for every school's
     */
    Mono<Overview> overview(@Nullable String school) {
        Instant now = clock.instant();
        return uses.list(school, MOST)
                .collectList()
                .delayUntil(found ->
                        Seen.note(found.stream().map(EmergencyUse::studentId).toList()))
                .flatMap(found -> Mono.zip(
                                uses.justifications(found),
                                uses.callers(school, now.minus(properties.lookBack()), now)
                                        .collectList())
                        .map(known -> new Overview(found, known.getT1(), known.getT2(), now)));
    }

    private static boolean enrolled(StudentFacts student, String school, LocalDate today) {
        return student.enrolments().stream().anyMatch(stay -> stay.schoolId().equals(school) && stay.inForce(today));
    }

    /**
     * What somebody declares.
     *
     * @param schoolId whose data
     * @param studentId about whom
     * @param purpose its code
     * @param categories the kinds of data; all of the purpose's when empty
     * @param justification why, in words
     * @param caller who declares it
     * @param client the registered system they declare it by; null when by none
     * @param position as what
     */
    record Declared(
            String schoolId,
            UUID studentId,
            String purpose,
            List<String> categories,
            String justification,
            String caller,
            @Nullable String client,
            Position position) {}

    /**
     * Uses, with why, and how many by whom.
     *
     * @param uses what waits first
     * @param justifications of each; absent where the student's data was erased
     * @param callers who declared how many lately
     * @param at when it was read
     */
    record Overview(
            List<EmergencyUse> uses, List<Optional<String>> justifications, List<OfCaller> callers, Instant at) {}
}
