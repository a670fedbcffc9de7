package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.edu.privacy.contracts.events.RepresentationChangedV1;
import vn.edu.privacy.contracts.events.Topics;
import vn.edu.privacy.notification.guardianship.Acting;
import vn.edu.privacy.notification.guardianship.Authority;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Topic;

/** Who acts by authorisation, as this service hears of it. */
class RepresentationIT extends RightsCase {
    private final UUID representative = UUID.randomUUID();

    @Autowired
    Authority authority;

    @Test
    @Rule("R-CON-11")
    void theRepresentativeOfAGuardianActsUntilItIsEnded() {
        RepresentationChangedV1 given = given(mother, List.of(), LocalDate.now().plusYears(1));
        tell(given);
        assertThat(acting()).contains("REPRESENTATIVE");
        assertThat(authority.students(representative).collectList().block()).containsExactly(student);

        tell(new RepresentationChangedV1(
                given.representationId(),
                student,
                2,
                mother,
                representative,
                List.of(),
                given.from(),
                given.until(),
                false));
        assertThat(acting()).isEmpty();

        // late or sent twice, what was said before changes nothing
        tell(given);
        assertThat(acting()).isEmpty();
    }

    @Test
    @Rule("R-CON-11")
    void nobodyActsByWhatIsOverOrForSomeoneWhoMayNotActOrForSomePurposesOnly() {
        tell(given(mother, List.of(), LocalDate.now()));
        tell(given(stranger, List.of(), LocalDate.now().plusYears(1)));
        tell(given(mother, List.of(TRANSPORT), LocalDate.now().plusYears(1)));
        // a minor authorises nobody
        tell(given(pupil, List.of(), LocalDate.now().plusYears(1)));

        assertThat(acting()).isEmpty();
    }

    @Test
    @Rule({"R-CON-11", "R-CH-24"})
    void whoeverAnAdultStudentAuthorisesActsAndWhoeverItsParentsAuthorisedNoLonger() {
        student = UUID.randomUUID();
        enrol(student, LocalDate.now().minusYears(19));
        tell(given(mother, List.of(), LocalDate.now().plusYears(1)));
        assertThat(acting()).isEmpty();

        tell(given(pupil, List.of(), LocalDate.now().plusYears(1)));
        assertThat(acting()).contains("REPRESENTATIVE");
    }

    private RepresentationChangedV1 given(UUID represented, List<String> purposes, LocalDate until) {
        return new RepresentationChangedV1(
                UUID.randomUUID(),
                student,
                1,
                represented,
                representative,
                purposes,
                LocalDate.now().minusDays(30),
                until,
                true);
    }

    private Optional<String> acting() {
        return authority.of(representative, student).map(Acting::capacity).blockOptional();
    }

    /** Waits until it has been taken in, by a mark sent behind it on the same key. */
    private void tell(RepresentationChangedV1 event) {
        Topic.send(Topics.ROSTER, student, RepresentationChangedV1.TYPE, event);
        RepresentationChangedV1 mark = new RepresentationChangedV1(
                UUID.randomUUID(),
                student,
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(),
                event.from(),
                event.from().plusDays(1),
                false);
        Topic.send(Topics.ROSTER, student, RepresentationChangedV1.TYPE, mark);
        awaitRow("select count(*) from known_representation where representation_id = '" + mark.representationId()
                + "'");
    }
}
