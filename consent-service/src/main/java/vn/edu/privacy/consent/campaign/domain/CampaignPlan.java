package vn.edu.privacy.consent.campaign.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.edu.privacy.consent.roster.ClassNames;

/**
 * What an officer wants of a campaign, before it is one.
 *
 * @param schoolYear {@code 2026-2027}
 * @param names by language; may be empty
 * @param purposes by code
 * @param classes every class when empty
 * @param opensOn first day
 * @param deadline last day, inclusive
 */
public record CampaignPlan(
        String schoolYear,
        Map<String, String> names,
        List<String> purposes,
        List<String> classes,
        LocalDate opensOn,
        LocalDate deadline) {
    public CampaignPlan {
        names = Map.copyOf(names);
        purposes = purposes.stream().distinct().toList();
        classes = classes.stream().distinct().sorted(ClassNames.BY_GRADE).toList();
    }

    /** What speaks against it, apart from what the catalogue and the roster know; empty when nothing does. */
    public Optional<Flaw> flaw(LocalDate today) {
        Optional<SchoolYear> year = SchoolYear.named(schoolYear);
        if (year.isEmpty()) {
            return Optional.of(Flaw.NO_SCHOOL_YEAR);
        }
        if (purposes.isEmpty()) {
            return Optional.of(Flaw.NO_PURPOSE);
        }
        if (opensOn.isBefore(today)) {
            return Optional.of(Flaw.OPENS_IN_THE_PAST);
        }
        if (deadline.isBefore(opensOn)) {
            return Optional.of(Flaw.DEADLINE_BEFORE_OPENING);
        }
        // an answer counts for the school year in which it is given
        return year.get().contains(opensOn) && year.get().contains(deadline)
                ? Optional.empty()
                : Optional.of(Flaw.OUTSIDE_THE_SCHOOL_YEAR);
    }

    /** What can be wrong with a plan by itself. */
    public enum Flaw {
        NO_SCHOOL_YEAR("schoolYear"),
        NO_PURPOSE("purposes"),
        OPENS_IN_THE_PAST("opensOn"),
        DEADLINE_BEFORE_OPENING("deadline"),
        OUTSIDE_THE_SCHOOL_YEAR("deadline");

        private final String field;

        Flaw(String field) {
            this.field = field;
        }

        /** The field to look at. */
        public String field() {
            return field;
        }
    }
}
