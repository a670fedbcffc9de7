package vn.edu.privacy.consent.look;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;

/**
 * One look at what stands about a student, as the family is told of it: as what somebody looked, not who.
 *
 * @param seq its number among the student's
 * @param at when
 * @param position as what
 * @param schoolId of which school; null for who is of none
 * @param what at what
 */
public record StaffLook(
        long seq, Instant at, Position position, @Nullable String schoolId, What what) {

    /** As what somebody looks; the first that fits. */
    public enum Position {
        /** Protects data at every school. */
        DATA_PROTECTION_OFFICER(Role.DATA_PROTECTION_OFFICER),
        /** An officer of the school. */
        SCHOOL_OFFICER(Role.SCHOOL_OFFICER),
        /** Answers for the school. */
        HEAD_OF_UNIT(Role.HEAD_OF_UNIT),
        /** Somebody else of the school. */
        SCHOOL_STAFF(Role.SCHOOL_STAFF),
        /** An officer of the Department. */
        DEPARTMENT_OFFICER(Role.DEPARTMENT_OFFICER),
        /** An inspector. */
        INSPECTOR(Role.INSPECTOR),
        /** A system of the school. */
        SCHOOL_SYSTEM(Role.SCHOOL_SYSTEM);

        private final Role role;

        Position(Role role) {
            this.role = role;
        }

        /** That of a caller; empty for the family and for whoever has no such role. */
        static Optional<Position> of(Caller caller) {
            return Stream.of(values())
                    .filter(position -> caller.is(position.role))
                    .findFirst();
        }
    }

    /** At what somebody looks. */
    public enum What {
        /** What was agreed to. */
        CONSENTS,
        /** The proof of every decision. */
        LEDGER,
        /** The receipt of one decision. */
        RECEIPT,
        /** Forms on paper, and what was entered from them. */
        PAPER,
        /** Authorisations. */
        REPRESENTATION,
        /** Uses in an emergency. */
        EMERGENCY,
        /** Whose answer a campaign awaits. */
        CAMPAIGN;

        /** What an address shows. */
        static What at(String address) {
            if (address.contains("/ledger")) {
                return LEDGER;
            }
            if (address.contains("/representations")) {
                return REPRESENTATION;
            }
            if (address.contains("/emergenc")) {
                return EMERGENCY;
            }
            if (address.contains("/receipts")) {
                return RECEIPT;
            }
            if (address.contains("/campaigns")) {
                return CAMPAIGN;
            }
            return address.contains("/consents") || address.contains("/classes") ? CONSENTS : PAPER;
        }
    }

    /**
     * A page of them.
     *
     * @param looks newest first
     * @param next the number before which the next page begins; null on the last one
     */
    public record Page(List<StaffLook> looks, @Nullable Long next) {
        public Page {
            looks = List.copyOf(looks);
        }
    }
}
