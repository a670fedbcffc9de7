package vn.edu.privacy.consent.announcement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.consent.roster.StudentFacts;

/** Whom a student's matters concern on a day: the student, and the guardians in force of one who is not of age. */
@Component
public class Concerned {
    private final LawInForce law;

    Concerned(LawInForce law) {
        this.law = law;
    }

    /** Their person ids; none when nobody has a login. */
    public List<UUID> of(StudentFacts student, LocalDate day) {
        return new DecidingAges(law.on(day)).concerned(student, day);
    }
}
