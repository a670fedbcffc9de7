package vn.edu.privacy.notification.request.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.guardianship.Acting;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.RequestState;

/**
 * An officer writes down what somebody asks for at the desk (Decree 13 art. 14.5, R-PROV-03). Who may stand there comes
 * from the roster alone; the request is theirs as if they had sent it, and its clocks run from when it was received.
 * What is not this unit's to answer is answered at once by who is competent, and stays in the register (art. 14.8).
 */
public final class EnterAtDesk {
    private final Authority authority;
    private final OpenRequest opening;
    private final ConfirmRequest confirming;
    private final RuleOnRequest ruling;
    private final DeskEntries entries;
    private final Requests requests;
    private final Course course;
    private final Clock clock;
    private final Duration back;

    /** Collaborators, and how long ago a request may have been received that is entered now. */
    public EnterAtDesk(
            Authority authority,
            OpenRequest opening,
            ConfirmRequest confirming,
            RuleOnRequest ruling,
            DeskEntries entries,
            Requests requests,
            Course course,
            Clock clock,
            Duration back) {
        this.authority = authority;
        this.opening = opening;
        this.confirming = confirming;
        this.ruling = ruling;
        this.entries = entries;
        this.requests = requests;
        this.course = course;
        this.clock = clock;
        this.back = back;
    }

    /**
     * Enters it; joins the caller's transaction.
     *
     * @throws RequestRefused (in the Mono) when nobody of that name may act, or the entry makes no sense
     */
    public Mono<OpenRequest.Opened> enter(Entry entry, Officer officer) {
        Instant now = clock.instant();
        UUID by = officer.person();
        if (by == null || by.equals(entry.person())) {
            return Course.refused(Reason.PERSON_NEEDED);
        }
        return Mono.fromSupplier(() -> received(entry, now))
                .flatMap(received -> enter(entry, officer, by, received, now));
    }

    private Mono<OpenRequest.Opened> enter(Entry entry, Officer officer, UUID by, Instant received, Instant now) {
        return authority
                .handling(entry.studentId())
                .filter(school -> officer.schoolId() == null || school.equals(officer.schoolId()))
                .switchIfEmpty(Course.refused(Reason.UNKNOWN_STUDENT))
                .then(authority.ofAny(entry.person(), entry.studentId()))
                .switchIfEmpty(Course.refused(Reason.NO_RELATION))
                .flatMap(acting -> {
                    complete(entry, acting);
                    OpenRequest.Order order = new OpenRequest.Order(
                            entry.person(),
                            entry.studentId(),
                            entry.asked(),
                            entry.reason(),
                            new OpenRequest.Receipt(officer, received));
                    return opening.open(order)
                            .flatMap(opened -> opened.repeated()
                                    ? Mono.just(opened)
                                    : entered(entry, opened, acting, officer, by, now));
                });
    }

    /**
     * A second person has compared the entry with the document that the authority comes from.
     *
     * @throws RequestRefused (in the Mono) unknown to this officer, nothing to check, or the same person again
     */
    public Mono<StoredRequest> check(UUID id, Officer officer) {
        Instant now = clock.instant();
        UUID by = officer.person();
        return course.lockedFor(id, officer, null)
                .flatMap(found -> entries.of(List.of(found.request().facts()))
                        .flatMap(known -> Mono.justOrEmpty(known.get(id)))
                        .filter(DeskEntry::waits)
                        .filter(entry -> isUndecided(found))
                        .switchIfEmpty(Course.refused(Reason.WRONG_STATE))
                        .flatMap(entry -> by == null || by.equals(entry.enteredBy()) || found.isOf(by)
                                ? Course.<Void>refused(Reason.PERSON_NEEDED)
                                : entries.checked(id, new DeskEntry.Check(by, now)))
                        .then(course.note(found.request(), Happening.byOfficer(now, officer, "DESK_CHECKED", null)))
                        .then(Mono.defer(() -> confirmed(found))));
    }

    /** The consequences were read out at the desk, where the officer wrote down that they were understood. */
    private Mono<StoredRequest> confirmed(StoredRequest found) {
        return found.request().state() == RequestState.AWAITING_CONFIRMATION
                ? confirming.confirm(
                        found.request().facts().id(), found.request().facts().requester(), true)
                : Mono.just(found);
    }

    private static boolean isUndecided(StoredRequest found) {
        RequestState state = found.request().state();
        return state == RequestState.AWAITING_CONFIRMATION || state == RequestState.RECEIVED;
    }

    private Instant received(Entry entry, Instant now) {
        Instant stated = entry.receivedAt();
        if (stated == null) {
            return now;
        }
        if (stated.isAfter(now) || stated.isBefore(now.minus(back))) {
            throw new RequestRefused(Reason.RECEIPT_OUT_OF_RANGE, String.valueOf(back.toDays()));
        }
        if (entry.words().lateReason() == null) {
            throw new RequestRefused(Reason.FIELD_MISSING, "lateReason");
        }
        return stated;
    }

    private void complete(Entry entry, Acting acting) {
        boolean byDocument = acting.isRepresentative();
        if (byDocument && entry.words().authorisation() == null) {
            throw new RequestRefused(Reason.FIELD_MISSING, "authorisation");
        }
        if (!byDocument && entry.words().authorisation() != null) {
            throw new RequestRefused(Reason.FIELD_NOT_EXPECTED, "authorisation");
        }
        // a number is kept only where the authorisation names it: less is held, less can be lost
        if (!byDocument && entry.words().number() != null) {
            throw new RequestRefused(Reason.FIELD_NOT_EXPECTED, "identityNumber");
        }
        Instant handOver = entry.handOver().at();
        if (handOver != null && handOver.isBefore(clock.instant())) {
            throw new RequestRefused(Reason.HAND_OVER_PAST);
        }
    }

    private Mono<OpenRequest.Opened> entered(
            Entry entry, OpenRequest.Opened opened, Acting acting, Officer officer, UUID by, Instant now) {
        UUID id = opened.id();
        DeskEntry kept = new DeskEntry(
                id,
                by,
                now,
                acting.capacity(),
                entry.identity(),
                entry.help(),
                entry.handOver(),
                entry.language(),
                entry.words(),
                acting.isRepresentative(),
                null);
        String competent = entry.competent();
        return entries.keep(opened.stored().request().facts(), kept)
                .then(
                        competent == null
                                ? confirmed(entry, opened, kept)
                                : ruling.refuse(id, officer, null, RefusalGround.NOT_COMPETENT, competent)
                                        .then())
                .then(requests.find(id))
                .map(stored -> new OpenRequest.Opened(stored, false));
    }

    private Mono<Void> confirmed(Entry entry, OpenRequest.Opened opened, DeskEntry kept) {
        if (opened.stored().request().state() != RequestState.AWAITING_CONFIRMATION) {
            return Mono.empty();
        }
        if (!entry.consequencesAcknowledged()) {
            return Course.refused(Reason.CONSEQUENCES_NOT_ACKNOWLEDGED);
        }
        return kept.waits()
                ? Mono.empty()
                : confirming.confirm(opened.id(), entry.person(), true).then();
    }

    /**
     * What is written down.
     *
     * @param person who stands at the desk
     * @param studentId about whom; the person themselves, about their own data who is no student
     * @param asked what for
     * @param reason their words; under Law 91 nothing is refused for lack of them
     * @param identity how they were known
     * @param help whether the officer filled it in
     * @param handOver how they wish to be answered
     * @param language of what is printed for them
     * @param words what was typed
     * @param receivedAt when it was received; now when absent
     * @param consequencesAcknowledged whether they were told what it leads to, and stand by it (art. 12.3)
     * @param competent who is competent in place of this unit; absent when it is this unit's
     */
    public record Entry(
            UUID person,
            UUID studentId,
            Asked asked,
            @Nullable String reason,
            DeskEntry.Identity identity,
            DeskEntry.Help help,
            DeskEntry.HandOver handOver,
            String language,
            DeskEntry.Words words,
            @Nullable Instant receivedAt,
            boolean consequencesAcknowledged,
            @Nullable String competent) {}
}
