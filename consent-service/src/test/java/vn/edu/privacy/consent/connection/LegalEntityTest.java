package vn.edu.privacy.consent.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.consent.connection.LegalEntity.Active;
import vn.edu.privacy.consent.connection.LegalEntity.Cause;
import vn.edu.privacy.consent.connection.LegalEntity.Referral;
import vn.edu.privacy.consent.connection.LegalEntity.RevocationProposed;
import vn.edu.privacy.consent.connection.LegalEntity.Revoked;
import vn.edu.privacy.consent.connection.LegalEntity.SamePerson;
import vn.edu.privacy.consent.connection.LegalEntity.Step;
import vn.edu.privacy.platform.testing.Rule;

class LegalEntityTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Cause CAUSE = new Cause("Chuyển dữ liệu cho bên thứ ba", "VP-12/2026", true);
    private static final Referral REFERRAL = new Referral("Công an Thành phố", LocalDate.of(2026, 11, 25));

    private static RevocationProposed proposed() {
        return new Active("0312345678", "Công ty Sao Mai", new Step("an", NOW))
                .suspend(CAUSE, "an", NOW)
                .propose(CAUSE, REFERRAL, "binh", NOW.plusSeconds(1));
    }

    @Test
    @Rule("S-17")
    void twoPersonsDisconnectForGood() throws SamePerson {
        assertThatThrownBy(() -> proposed().confirm("binh", NOW.plusSeconds(2))).isInstanceOf(SamePerson.class);
        Revoked revoked = proposed().confirm("chi", NOW.plusSeconds(2));
        assertThat(revoked.proposedBy()).isEqualTo("binh");
        assertThat(revoked.last().by()).isEqualTo("chi");
        assertThat(revoked.cause()).isEqualTo(CAUSE);
        assertThat(revoked.referral()).isEqualTo(REFERRAL);
    }

    @Test
    @Rule("S-17")
    void nothingLeadsOutOfAPermanentDisconnection() {
        assertThat(Arrays.stream(Revoked.class.getDeclaredMethods())
                        .filter(method -> LegalEntity.class.isAssignableFrom(method.getReturnType())))
                .isEmpty();
    }

    @Test
    @Rule("S-17")
    void aProposalThatIsNotFollowedLeavesItSuspendedUntilItIsResumed() {
        assertThat(proposed().reject("chi", NOW).cause()).isEqualTo(CAUSE);
        assertThat(proposed().reject("chi", NOW).resume("an", NOW).last().by()).isEqualTo("an");
    }
}
