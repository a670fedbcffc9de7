package vn.edu.privacy.consent.portal;

import java.time.LocalDate;
import vn.edu.privacy.consent.roster.Capacity;

/** How a page addresses its reader. */
enum Voice {
    /** "anh/chị", of the student as "con". */
    GUARDIAN,
    /** "em": a pupil below 12. */
    PUPIL,
    /** "bạn": from 12 on, or when the age is unknown. */
    STUDENT;

    private static final int NO_LONGER_A_PUPIL_AT = 12;

    static Voice of(Child child, LocalDate today) {
        if (child.capacity() != Capacity.SELF) {
            return GUARDIAN;
        }
        LocalDate birth = child.facts().birthDate();
        return birth != null && today.isBefore(birth.plusYears(NO_LONGER_A_PUPIL_AT)) ? PUPIL : STUDENT;
    }
}
