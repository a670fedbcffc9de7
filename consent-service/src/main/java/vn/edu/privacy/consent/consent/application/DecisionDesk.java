package vn.edu.privacy.consent.consent.application;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Takes in what a person decided elsewhere than in the portal and somebody of the school enters: on a printed form, or by
 * message or voice in answer to one. Whoever keeps the forms provides it.
 */
public interface DecisionDesk {
    /**
     * Enters one decision; an agreement counts once a second person has checked it. Joins the caller's transaction; the
     * error signals are the provider's, and {@link DecisionRefused}.
     */
    Mono<Recorded> enter(Entry entry);

    /** How a will is expressed outside the portal (Decree 13 art. 11.3). */
    enum Method {
        /** Signed on the form. */
        PAPER_FORM,
        /** A message with the words agreed on for it. */
        SMS_SYNTAX,
        /** Said, and recorded. */
        VOICE_RECORD
    }

    /**
     * What was decided.
     *
     * @param studentId about whom
     * @param schoolId the school of the one who enters it
     * @param enteredBy who enters it
     * @param party who decided
     * @param form the number of the form that the person had
     * @param expressedOn on which day, Asia/Ho_Chi_Minh
     * @param method how
     * @param reference where the school keeps the evidence, beside the form's number; no personal data
     * @param answer the decision, without the notice, which the form stands for
     */
    record Entry(
            UUID studentId,
            String schoolId,
            UUID enteredBy,
            UUID party,
            String form,
            LocalDate expressedOn,
            Method method,
            @Nullable String reference,
            DecisionOrder.Item answer) {}
}
