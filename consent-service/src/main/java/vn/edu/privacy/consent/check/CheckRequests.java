package vn.edu.privacy.consent.check;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.check.Handling.Operation;
import vn.edu.privacy.consent.sharing.SharingRecipient.Route;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/** The bodies of checks. */
final class CheckRequests {
    static final ProblemType NOT_OF_OPERATION = new ProblemType("not-of-operation", 400);
    static final ProblemType RECIPIENT_NEEDED = new ProblemType("recipient-needed", 400);
    private static final String CODE = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private static final String SCHOOL = "^[a-z0-9-]{2,40}$";

    private CheckRequests() {}

    /** {@code POST /v1/checks}; either of studentId and sectorId. About the past with at or knownAt, else about now. */
    record Single(
            @NotNull @Pattern(regexp = SCHOOL) String schoolId,
            @Nullable UUID studentId,

            @Nullable @Size(min = 4, max = 40) @Pattern(regexp = "^[A-Za-z0-9-]+$")
            String sectorId,

            @NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String purpose,

            @Nullable @Size(min = 1, max = 50)
            List<@NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60) String> dataCategories,

            @Nullable Operation operation,

            @Nullable @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String channel,

            @Nullable @Size(min = 4, max = 500) String channelAddress,

            @Nullable @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String recipient,

            @Nullable Route route,
            @Nullable Instant at,
            @Nullable Instant knownAt) {
        HandlingRequest handling() {
            return new HandlingRequest(operation, channel, channelAddress, recipient, route);
        }
    }

    /** What is to be done, as it stands in either body. */
    record HandlingRequest(
            @Nullable Operation operation,
            @Nullable String channel,
            @Nullable String channelAddress,
            @Nullable String recipient,
            @Nullable Route route) {
        /**
         * What is to be done.
         *
         * @param departmental whether the Department asks
         * @throws ProblemException when what is said of a channel or a recipient does not belong to the operation
         */
        Handling read(boolean departmental) {
            if (operation == Operation.SHARE) {
                if (channel != null || channelAddress != null) {
                    throw ProblemException.of(NOT_OF_OPERATION).field(channel == null ? "channelAddress" : "channel");
                }
                if (recipient == null || route == null) {
                    throw ProblemException.of(RECIPIENT_NEEDED).field(recipient == null ? "recipient" : "route");
                }
                return Handling.sharing(recipient, route, departmental);
            }
            if (recipient != null || route != null) {
                throw ProblemException.of(NOT_OF_OPERATION).field(recipient == null ? "route" : "recipient");
            }
            return Handling.collecting(channel, channelAddress);
        }

        boolean isNamed() {
            return operation != null || channel != null || channelAddress != null || recipient != null || route != null;
        }
    }

    /** {@code POST /v1/checks/batch}. */
    record Batch(
            @NotNull @Pattern(regexp = SCHOOL) String schoolId,

            @NotNull @Size(min = 1, max = 50)
            List<@NotNull @Pattern(regexp = CODE) @Size(min = 2, max = 60) String> purposes,

            @NotNull @Size(min = 1, max = 5000) List<@NotNull UUID> studentIds,
            @Nullable Operation operation,

            @Nullable @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String channel,

            @Nullable @Size(min = 4, max = 500) String channelAddress,

            @Nullable @Pattern(regexp = CODE) @Size(min = 2, max = 60)
            String recipient,

            @Nullable Route route) {
        HandlingRequest handling() {
            return new HandlingRequest(operation, channel, channelAddress, recipient, route);
        }
    }
}
