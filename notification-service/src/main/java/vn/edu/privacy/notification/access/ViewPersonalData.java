package vn.edu.privacy.notification.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.request.application.Course;
import vn.edu.privacy.notification.request.application.Happening;
import vn.edu.privacy.notification.request.application.RequestRefused;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;

/**
 * Shows a requester what was gathered: only to whom asked, only while they may still act for the student, only until it
 * expires; and writes down that it was seen (R-LOG).
 */
@Component
public class ViewPersonalData {
    private final Requests requests;
    private final Authority authority;
    private final GatheredData data;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ViewPersonalData(
            Requests requests, Authority authority, GatheredData data, TransactionalOperator transaction, Clock clock) {
        this.requests = requests;
        this.authority = authority;
        this.data = data;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The data. Fails with {@link RequestRefused}: unknown to this person, not there yet, or no longer there.
     *
     * @param requestId an approved request to see data
     * @param person who looks
     */
    public Mono<PersonalData> view(UUID requestId, UUID person) {
        return requests.lock(requestId)
                .filter(found -> found.request().facts().requester().equals(person))
                .filterWhen(found -> authority
                        .of(person, found.request().facts().studentId())
                        .hasElement())
                .switchIfEmpty(Course.refused(RequestRefused.Reason.UNKNOWN_REQUEST))
                .flatMap(found -> switch (found.request()) {
                    case Access.Available shown when clock.instant().isBefore(shown.until()) -> show(shown);
                    case Access.Available over -> Course.refused(RequestRefused.Reason.DATA_EXPIRED);
                    case Access.Expired over -> Course.refused(RequestRefused.Reason.DATA_EXPIRED);
                    case Access other -> Course.refused(RequestRefused.Reason.WRONG_STATE);
                    default -> Course.refused(RequestRefused.Reason.UNKNOWN_REQUEST);
                })
                .as(transaction::transactional);
    }

    private Mono<PersonalData> show(Access.Available shown) {
        UUID id = shown.facts().id();
        Instant now = clock.instant();
        return requests.log(id, Happening.of(now, Actor.REQUESTER, "VIEWED", null))
                .then(data.of(id))
                .map(held -> new PersonalData(id, shown.facts().studentId(), now, shown.until(), held));
    }

    /**
     * What was gathered for a request.
     *
     * @param requestId the request
     * @param studentId about whom
     * @param asOf when it was looked at
     * @param until when it goes
     * @param holders what each holds
     */
    public record PersonalData(UUID requestId, UUID studentId, Instant asOf, Instant until, List<HeldData> holders) {
        public PersonalData {
            holders = List.copyOf(holders);
        }
    }
}
