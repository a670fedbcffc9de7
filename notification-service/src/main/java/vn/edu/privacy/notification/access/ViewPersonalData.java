package vn.edu.privacy.notification.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.look.Look;
import vn.edu.privacy.notification.look.Looks;
import vn.edu.privacy.notification.request.application.Course;
import vn.edu.privacy.notification.request.application.Happening;
import vn.edu.privacy.notification.request.application.Matters;
import vn.edu.privacy.notification.request.application.RequestRefused;
import vn.edu.privacy.notification.request.application.Requests;
import vn.edu.privacy.notification.request.application.StoredRequest;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.Access;

/**
 * Shows a requester what was gathered and released: only to whom asked, only while they may still act for the student,
 * only until it expires; never what was left out, but that it was and why; and writes down that it was seen (R-LOG-02).
 */
@Component
public class ViewPersonalData {
    private final Requests requests;
    private final Authority authority;
    private final GatheredData data;
    private final HolderLines lines;
    private final Redactions redactions;
    private final Looks looks;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ViewPersonalData(
            Requests requests,
            Authority authority,
            GatheredData data,
            HolderLines lines,
            Redactions redactions,
            Looks looks,
            TransactionalOperator transaction,
            Clock clock) {
        this.requests = requests;
        this.authority = authority;
        this.data = data;
        this.lines = lines;
        this.redactions = redactions;
        this.looks = looks;
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
                .filterWhen(found -> found.request().facts().isOwn()
                        ? Mono.just(true)
                        : authority
                                .of(person, found.request().facts().studentId(), Matters.of(found.request()))
                                .hasElement())
                .switchIfEmpty(Course.refused(RequestRefused.Reason.UNKNOWN_REQUEST))
                .flatMap(found -> switch (found.request()) {
                    case Access.Available shown when clock.instant().isBefore(shown.until()) -> show(shown);
                    case Access.Available over -> Course.refused(RequestRefused.Reason.DATA_EXPIRED);
                    case Access.Expired over -> Course.refused(RequestRefused.Reason.DATA_EXPIRED);
                    case Access other -> Course.refused(RequestRefused.Reason.WRONG_STATE);
                    default -> Course.refused(RequestRefused.Reason.UNKNOWN_REQUEST);
                })
                .as(transaction::transactional)
                .onErrorResume(RequestRefused.class, refused -> kept(requestId, person, refused));
    }

    /** An attempt by somebody who may not is kept too, after the transaction that refused it was undone. */
    private Mono<PersonalData> kept(UUID requestId, UUID person, RequestRefused refused) {
        return (refused.reason() == RequestRefused.Reason.UNKNOWN_REQUEST
                        ? requests.find(requestId)
                        : Mono.<StoredRequest>empty())
                .flatMap(found -> looks.keep(new Look(
                        found.request().facts().studentId(),
                        requestId,
                        person.toString(),
                        Look.Role.OTHER,
                        Look.What.PERSONAL_DATA)))
                .then(Mono.error(refused));
    }

    private Mono<PersonalData> show(Access.Available shown) {
        UUID id = shown.facts().id();
        Instant now = clock.instant();
        return requests.log(id, Happening.of(now, Actor.REQUESTER, "VIEWED", null))
                .then(looks.keep(new Look(
                        shown.facts().studentId(),
                        id,
                        shown.facts().requester().toString(),
                        Look.Role.REQUESTER,
                        Look.What.PERSONAL_DATA)))
                .then(Mono.zip(data.of(id), lines.of(id), redactions.of(id)))
                .map(known -> new PersonalData(
                        id,
                        shown.facts().studentId(),
                        now,
                        shown.until(),
                        known.getT2().stream()
                                .map(line -> ShownHolder.of(
                                        line, known.getT1(), known.getT3().getOrDefault(line.holder(), Map.of())))
                                .toList()));
    }

    /**
     * What was gathered for a request.
     *
     * @param requestId the request
     * @param studentId about whom
     * @param asOf when it was looked at
     * @param until when it goes
     * @param holders one for each holder that was asked, whatever came of it
     */
    public record PersonalData(UUID requestId, UUID studentId, Instant asOf, Instant until, List<ShownHolder> holders) {
        public PersonalData {
            holders = List.copyOf(holders);
        }

        /** Whether nothing is missing any more. */
        public boolean isComplete() {
            return holders.stream().noneMatch(holder -> holder.state() == ShownHolder.State.MISSING);
        }
    }
}
