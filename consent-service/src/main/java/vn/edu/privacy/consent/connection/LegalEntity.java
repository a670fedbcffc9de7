package vn.edu.privacy.consent.connection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A legal entity and whether its systems may ask (letter 8343/SGDĐT-VP par. 3.4, S-17). The disconnection is the entity's,
 * whatever keys and clients it has or gets.
 */
public sealed interface LegalEntity {
    /** Tax code, or code of the unit. */
    String code();

    /** As it is registered. */
    String name();

    /** The last step. */
    Step last();

    /** Its systems may ask. */
    record Active(String code, String name, Step last) implements LegalEntity {
        /** Disconnects it until somebody has looked; one person suffices, since it protects. */
        public Suspended suspend(Cause cause, String by, Instant at) {
            return new Suspended(code, name, cause, new Step(by, at));
        }
    }

    /** Its systems may not ask at present. */
    record Suspended(String code, String name, Cause cause, Step last) implements LegalEntity {
        /** What was suspected did not hold, or was mended. */
        public Active resume(String by, Instant at) {
            return new Active(code, name, new Step(by, at));
        }

        /**
         * One person proposes to disconnect it for good; it stays suspended.
         *
         * @param referral whom the case was handed to, in serious ones
         */
        public RevocationProposed propose(Cause found, @Nullable Referral referral, String by, Instant at) {
            return new RevocationProposed(code, name, found, referral, new Step(by, at));
        }
    }

    /** To be disconnected for good as soon as a second person agrees. */
    record RevocationProposed(
            String code, String name, Cause cause, @Nullable Referral referral, Step last) implements LegalEntity {
        /**
         * The second person agrees.
         *
         * @throws SamePerson when it is the one who proposed it
         */
        public Revoked confirm(String by, Instant at) throws SamePerson {
            if (by.equals(last.by())) {
                throw new SamePerson();
            }
            return new Revoked(code, name, cause, referral, last.by(), new Step(by, at));
        }

        /** The second person does not agree: suspended as before. */
        public Suspended reject(String by, Instant at) {
            return new Suspended(code, name, cause, new Step(by, at));
        }
    }

    /** Disconnected for good: nothing leads out of here. */
    record Revoked(
            String code, String name, Cause cause, @Nullable Referral referral, String proposedBy, Step last)
            implements LegalEntity {}

    /**
     * Why.
     *
     * @param reason in words, without personal data
     * @param caseReference number of the case
     * @param intermediary whether it passed data on to others
     */
    record Cause(String reason, String caseReference, boolean intermediary) {}

    /**
     * A case handed to the authorities.
     *
     * @param authority which
     * @param on when
     */
    record Referral(String authority, LocalDate on) {}

    /**
     * A step.
     *
     * @param by whose
     * @param at when
     */
    record Step(String by, Instant at) {}

    /** One person cannot be two. */
    final class SamePerson extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
