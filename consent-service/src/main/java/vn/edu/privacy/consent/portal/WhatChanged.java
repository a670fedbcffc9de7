package vn.edu.privacy.consent.portal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.EntryKind;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.purpose.ChangeWords;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.PurposeChange;
import vn.edu.privacy.consent.purpose.PurposeDifference;
import vn.edu.privacy.consent.purpose.Purposes;

/** In what a notice differs from the one that its reader last answered under, told before the answer (R-NOT-05). */
@Component
class WhatChanged {
    private static final Set<EntryKind> ANSWERS = Set.of(EntryKind.GIVEN, EntryKind.REFUSED);

    private final Consents ledger;
    private final Purposes purposes;
    private final ChangeWords words;

    WhatChanged(Consents ledger, Purposes purposes, ChangeWords words) {
        this.ledger = ledger;
        this.purposes = purposes;
        this.words = words;
    }

    /** Empty when the reader has not answered before, or nothing that concerns them differs. */
    Mono<Since> since(Child child, PublishedPurpose shown, Say say) {
        return ledger.entries(child.id())
                .filter(entry -> child.party().equals(entry.party())
                        && entry.key().purpose().equals(shown.code())
                        // who withdraws reads the consequences, not the notice; what is no decision was read by nobody
                        && ANSWERS.contains(entry.kind()))
                .reduce((earlier, later) -> later)
                .filter(last -> last.purposeVersion() != shown.version())
                .flatMap(last -> purposes.version(shown.code(), last.purposeVersion())
                        .map(before -> since(last, PurposeDifference.between(before, shown), say)))
                .filter(since -> !since.changes().isEmpty());
    }

    private Since since(LedgerEntry last, PurposeDifference difference, Say say) {
        return new Since(
                last.decidedAt(),
                difference.changes().stream()
                        .filter(change -> concerns(change, say.language()))
                        .map(change -> new Line(words.of(change, say.locale()), change.asksAgain()))
                        .toList());
    }

    /** Other languages' words are not the reader's, and how exceptions are watched concerns no purpose one is asked for. */
    private static boolean concerns(PurposeChange change, String language) {
        return switch (change) {
            case PurposeChange.Reworded reworded -> reworded.language().equals(language);
            case PurposeChange.ProvisionChanged provision -> false;
            case PurposeChange.SafeguardsChanged safeguards -> false;
            default -> true;
        };
    }

    /**
     * What is new to the reader.
     *
     * @param answeredAt when they last answered
     * @param changes what asks again first
     */
    record Since(Instant answeredAt, List<Line> changes) {}

    /**
     * One change.
     *
     * @param text in plain words
     * @param asksAgain whether the answer given before does not cover it
     */
    record Line(String text, boolean asksAgain) {}
}
