package vn.edu.privacy.consent.consent.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.consent.consent.application.ReadConsents.PurposeConsent;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.consent.purpose.PublishedPurpose;

/** Shows what stands to each audience: who decided what is the family's matter and the officers' (architecture rule 8). */
@Component
class ConsentView {
    private final RecordedDecisionMapper mapper;

    ConsentView(RecordedDecisionMapper mapper) {
        this.mapper = mapper;
    }

    ConsentsResponse.Item item(PurposeConsent consent, Audience audience, @Nullable UUID person, String language) {
        PublishedPurpose purpose = consent.purpose();
        Evaluation evaluation = consent.evaluation().orElse(null);
        boolean open = audience != Audience.SCHOOL_SYSTEM && evaluation != null;
        ConsentState state = evaluation == null ? null : evaluation.state();
        return new ConsentsResponse.Item(
                purpose.code(),
                purpose.version(),
                purpose.notice(language).name(),
                purpose.basis(),
                purpose.sensitive(),
                consent.period(),
                consent.recordId().orElse(null),
                open ? state : null,
                open && state != null ? "consent-rules, row " + state.row() : null,
                evaluation == null ? Answer.PERMIT : evaluation.answer(),
                evaluation == null ? null : evaluation.permitUntil(),
                evaluation == null
                        ? purpose.dataCategories()
                        : evaluation.categories().stream().sorted().toList(),
                evaluation == null ? null : evaluation.reminderMayHelp(),
                open && evaluation != null
                        ? evaluation.missing().stream().sorted().toList()
                        : null,
                open ? decisions(consent, audience, person) : null);
    }

    private List<ConsentsResponse.PartyDecision> decisions(
            PurposeConsent consent, Audience audience, @Nullable UUID person) {
        return consent.decisions().stream()
                .map(entry -> mapper.partyDecision(
                        entry,
                        entry.party().equals(person),
                        audience == Audience.OFFICER
                                ? consent.correctedBy(entry).orElse(null)
                                : null))
                .map(decision -> audience == Audience.OFFICER || decision.mine() ? decision : withoutPerson(decision))
                .toList();
    }

    private static ConsentsResponse.PartyDecision withoutPerson(ConsentsResponse.PartyDecision decision) {
        return new ConsentsResponse.PartyDecision(
                decision.decisionId(),
                decision.receiptId(),
                null,
                decision.capacity(),
                false,
                decision.decision(),
                decision.decidedAt(),
                decision.method(),
                decision.seq(),
                null,
                null);
    }

    /** Who asks. */
    enum Audience {
        FAMILY,
        OFFICER,
        SCHOOL_SYSTEM
    }
}
