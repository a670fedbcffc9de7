package vn.edu.privacy.notification.request.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.holder.Correction;
import vn.edu.privacy.notification.request.application.Asked;
import vn.edu.privacy.notification.request.application.Particulars;
import vn.edu.privacy.notification.request.application.RequestRefused;
import vn.edu.privacy.notification.request.domain.DeletionGround;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/** What is sent to the requests' API. */
final class RequestBodies {
    private static final int RULES_SAY_NO = 422;

    private RequestBodies() {}

    /** Body of {@code POST /v1/requests}; which of its fields a kind of request takes is told by 422 problems. */
    record Open(
            @NotNull RequestType type,
            @Nullable UUID studentId,

            @Nullable @Size(min = 1, max = 50)
            List<@NotNull @Size(min = 2, max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") String> purposes,

            @Nullable DeletionGround ground,
            @Nullable Boolean risksAccepted,
            @Nullable Boolean everything,
            @Nullable @Size(min = 1, max = 20) List<@NotNull @Valid Wrong> corrections,
            @Nullable @Valid Organisation organisation,
            @Nullable @Size(min = 1, max = 1000) String reason) {

        /** What is asked for; a field that such a request does not have is a 422 problem. */
        Asked asked() {
            boolean deletion = type == RequestType.DELETE;
            unexpected("ground", deletion ? null : ground);
            unexpected("risksAccepted", deletion ? null : risksAccepted);
            unexpected("everything", deletion ? null : everything);
            unexpected("corrections", type == RequestType.RECTIFY ? null : corrections);
            unexpected("organisation", type == RequestType.PROVIDE ? null : organisation);
            return switch (type) {
                case WITHDRAW -> new Asked.Withdraw(named());
                case RESTRICT -> new Asked.Restrict(named());
                case OBJECT -> new Asked.Oppose(named());
                case DELETE ->
                    new Asked.Delete(
                            named(),
                            required("ground", ground),
                            Boolean.TRUE.equals(risksAccepted),
                            Boolean.TRUE.equals(everything));
                case RECTIFY ->
                    new Asked.Rectify(
                            named(),
                            required("corrections", corrections).stream()
                                    .map(Wrong::correction)
                                    .toList());
                case ACCESS -> nameless(new Asked.See());
                case PROVIDE -> nameless(new Asked.Provide(organisation == null ? null : organisation.organisation()));
                case COMPLAIN -> {
                    required("reason", reason);
                    yield nameless(new Asked.Complain());
                }
            };
        }

        private List<String> named() {
            return purposes == null ? List.of() : purposes;
        }

        private Asked nameless(Asked asked) {
            if (!named().isEmpty()) {
                throw new RequestRefused(RequestRefused.Reason.PURPOSES_NOT_EXPECTED);
            }
            return asked;
        }

        private static void unexpected(String field, @Nullable Object value) {
            if (value != null) {
                throw ProblemException.of(new ProblemType("field-not-expected", RULES_SAY_NO), field)
                        .field(field);
            }
        }

        private static <T> T required(String field, @Nullable T value) {
            if (value == null) {
                throw ProblemException.of(new ProblemType("field-missing", RULES_SAY_NO), field)
                        .field(field);
            }
            return value;
        }
    }

    /** What is wrong and what is right. */
    record Wrong(
            @NotNull @Size(min = 2, max = 60) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*")
            String category,

            @Nullable @Size(min = 1, max = 1000) String was,
            @NotNull @Size(min = 1, max = 1000) String value) {
        Correction correction() {
            return new Correction(category, was, value);
        }
    }

    /** Who is to be given the data. */
    record Organisation(
            @NotNull @Size(min = 1, max = 300) String name,
            @NotNull Boolean inSector,
            @NotNull @Size(min = 1, max = 300) String consentDocument) {
        Particulars.Organisation organisation() {
            return new Particulars.Organisation(name, inSector, consentDocument);
        }
    }

    /** Body of {@code POST /v1/requests/{id}/answer}. */
    record Answer(
            @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = "(?s).*\\S.*")
            String text) {}

    /** Body of {@code POST /v1/requests/{id}/confirmation}. */
    record Confirm(@NotNull Boolean consequencesAcknowledged) {}

    /** Body of {@code POST /v1/requests/{id}/extension}. */
    record Extend(
            @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = "(?s).*\\S.*")
            String reason) {}

    /** Body of {@code POST /v1/requests/{id}/appeal}. */
    record LodgeAppeal(
            @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = "(?s).*\\S.*")
            String text) {}

    /** Body of {@code POST /v1/requests/{id}/appeal/decision}. */
    record DecideAppeal(
            @NotNull Boolean allowed,

            @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = "(?s).*\\S.*")
            String text) {}

    /** Body of {@code POST /v1/requests/{id}/refusal}. */
    record Refuse(
            @NotNull RefusalGround ground,

            @NotNull @Size(min = 1, max = 2000) @Pattern(regexp = "(?s).*\\S.*")
            String text) {}
}
