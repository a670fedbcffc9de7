package vn.edu.privacy.notification.request.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.notification.request.application.DeskEntry;
import vn.edu.privacy.notification.request.application.EnterAtDesk;

/** What is sent to the desk's API, and what it answers. */
final class DeskBodies {
    private DeskBodies() {}

    /** Body of {@code POST /v1/desk/requests}. */
    record Enter(
            @NotNull UUID personId,
            @NotNull UUID studentId,
            @NotNull @Valid RequestBodies.Open request,
            @NotNull DeskEntry.Identity identity,

            @Nullable @Size(min = 1, max = 40) @Pattern(regexp = "[A-Za-z0-9 ./-]*")
            String identityNumber,

            @Nullable @Size(min = 1, max = 300) String authorisation,
            @NotNull DeskEntry.Help help,
            @Nullable @Size(min = 1, max = 1000) String about,
            @NotNull DeskEntry.Form form,
            @NotNull @Size(min = 1, max = 300) String place,
            @Nullable Instant handOverAt,
            @NotNull @Pattern(regexp = "vi|en") String language,
            @Nullable Instant receivedAt,
            @Nullable @Size(min = 1, max = 1000) String lateReason,
            @Nullable Boolean consequencesAcknowledged,

            @Nullable @Size(min = 1, max = 2000) @Pattern(regexp = "(?s).*\\S.*")
            String competent) {

        EnterAtDesk.Entry entry() {
            return new EnterAtDesk.Entry(
                    personId,
                    studentId,
                    request.asked(),
                    request.reason(),
                    identity,
                    help,
                    new DeskEntry.HandOver(form, handOverAt),
                    language,
                    new DeskEntry.Words(about, place, identityNumber, authorisation, lateReason),
                    receivedAt,
                    Boolean.TRUE.equals(consequencesAcknowledged),
                    competent);
        }
    }

    /** Answer of {@code GET /v1/desk/students/{studentId}/people}. */
    record People(List<Person> items) {
        static People of(List<Authority.Party> parties) {
            return new People(parties.stream()
                    .map(party -> new Person(party.person(), party.acting().capacity()))
                    .toList());
        }
    }

    /** Who may stand at the desk for a student. */
    record Person(UUID personId, String capacity) {}
}
