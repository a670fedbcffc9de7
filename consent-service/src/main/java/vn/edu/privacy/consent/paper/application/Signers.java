package vn.edu.privacy.consent.paper.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.edu.privacy.consent.consent.application.RecordTerms;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.Guardianship;
import vn.edu.privacy.consent.roster.StudentFacts;

/** Whose answers a paper has room for: everybody whom the law asks about the student and the purpose today (Decree
 * 13 art. 20). */
public final class Signers {
    private final RecordTerms terms;
    private final Clock clock;

    /** Collaborators: the regime's ages and time. */
    public Signers(RecordTerms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /** The student first where it decides too, then each guardian in force. */
    public List<Signer> of(StudentFacts facts, PublishedPurpose purpose) {
        LocalDate today = today();
        Set<Side> asked = terms.requiredSides(facts, purpose, today);
        List<Signer> signers = new ArrayList<>();
        UUID self = facts.personId();
        if (asked.contains(Side.STUDENT) && self != null) {
            signers.add(new Signer(self, Capacity.SELF));
        }
        if (asked.contains(Side.GUARDIAN)) {
            facts.guardians().stream()
                    .filter(relation -> relation.inForce(today))
                    .map((Guardianship relation) -> new Signer(relation.personId(), relation.capacity()))
                    .forEach(signers::add);
        }
        return List.copyOf(signers);
    }

    /** Whether the law asks the student itself about the purpose today. */
    public boolean asksStudent(StudentFacts facts, PublishedPurpose purpose) {
        return terms.requiredSides(facts, purpose, today()).contains(Side.STUDENT);
    }

    /** Whether the roster names somebody for every side that must decide, so that the form can bring a consent at all. */
    public boolean complete(StudentFacts facts, PublishedPurpose purpose) {
        Set<Side> asked = EnumSet.copyOf(terms.requiredSides(facts, purpose, today()));
        of(facts, purpose)
                .forEach(signer -> asked.remove(signer.capacity() == Capacity.SELF ? Side.STUDENT : Side.GUARDIAN));
        return asked.isEmpty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ConsentRules.ZONE);
    }

    /**
     * Somebody who answers.
     *
     * @param person who
     * @param capacity as what
     */
    public record Signer(UUID person, Capacity capacity) {}
}
