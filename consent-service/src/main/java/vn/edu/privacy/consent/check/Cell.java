package vn.edu.privacy.consent.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.purpose.LawfulBasis;

/**
 * One answer.
 *
 * @param granted the categories that may be collected
 * @param conditionalOn the decisions whose conditions in words a PERMIT rests on (Decree 13 art. 11.7)
 * @param basis absent when the student or the purpose is not known
 * @param consentEnds when a PERMIT ends by itself
 * @param reminderMayHelp absent unless consent is wanting
 */
record Cell(
        UUID studentId,
        String purpose,
        String answer,
        Reason reason,
        List<String> granted,
        List<UUID> conditionalOn,
        @Nullable LawfulBasis basis,
        @Nullable Instant consentEnds,
        @Nullable UUID recordId,
        @Nullable Boolean reminderMayHelp) {}
