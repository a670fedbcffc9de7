package vn.edu.privacy.consent.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.Enrolment;
import vn.edu.privacy.consent.roster.Guardianship;
import vn.edu.privacy.consent.roster.StudentFacts;

/** A student, two parents and a record, to tell a story with. */
final class Case {
    static final UUID STUDENT = new UUID(1, 1);
    static final UUID FATHER = new UUID(1, 2);
    static final UUID MOTHER = new UUID(1, 3);
    static final String SCHOOL = "hoa-sen";
    static final Set<String> CATEGORIES = Set.of("height", "allergies");
    static final LocalDate START = LocalDate.of(2026, 9, 1);

    private final List<Guardianship> guardians = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private List<Enrolment> enrolments = List.of(new Enrolment(SCHOOL, "4A", LocalDate.of(2020, 1, 1), null));
    private @Nullable LocalDate birth;
    private boolean verified = true;
    private int majorVersion = 1;
    private long reconfirmAfter;
    private Terms.Standing standing = Terms.Standing.NORMAL;

    private Case(@Nullable LocalDate birth) {
        this.birth = birth;
        guardians.add(relation(FATHER, Capacity.FATHER, null, null, null));
        guardians.add(relation(MOTHER, Capacity.MOTHER, null, null, null));
    }

    static Case aged(int years) {
        return born(START.minusYears(years).minusDays(100));
    }

    static Case born(@Nullable LocalDate birth) {
        return new Case(birth);
    }

    Case unverified() {
        verified = false;
        return this;
    }

    Case withoutGuardians() {
        guardians.clear();
        return this;
    }

    Case ends(UUID guardian, LocalDate until) {
        replace(guardian, until, null, null);
        return this;
    }

    Case suspended(UUID guardian, LocalDate from, @Nullable LocalDate until) {
        replace(guardian, null, from, until);
        return this;
    }

    Case enrolled(Enrolment... all) {
        enrolments = List.of(all);
        return this;
    }

    Case major(int version) {
        majorVersion = version;
        return this;
    }

    Case standing(Terms.Standing value) {
        standing = value;
        return this;
    }

    Case reconfirmAfter(long seq) {
        reconfirmAfter = seq;
        return this;
    }

    Case decides(UUID party, DecisionKind kind, LocalDate day) {
        return decides(party, kind, day, CATEGORIES, true);
    }

    Case decides(UUID party, DecisionKind kind, LocalDate day, Set<String> categories, boolean checked) {
        long seq = decisions.size() + 1L;
        Capacity capacity =
                party.equals(STUDENT) ? Capacity.SELF : party.equals(FATHER) ? Capacity.FATHER : Capacity.MOTHER;
        decisions.add(new Decision(
                new UUID(2, seq), seq, party, capacity, kind, majorVersion, categories, checked, noon(day)));
        return this;
    }

    Evaluation on(LocalDate day) {
        return ConsentRules.evaluate(decisions, facts(), terms(), noon(day));
    }

    ConsentState stateOn(LocalDate day) {
        return on(day).state();
    }

    StudentFacts facts() {
        return new StudentFacts(STUDENT, SCHOOL, STUDENT, birth, verified, enrolments, guardians);
    }

    Terms terms() {
        return new Terms(
                SCHOOL,
                majorVersion,
                START.plusYears(20).atStartOfDay(ConsentRules.ZONE).toInstant(),
                7,
                18,
                standing,
                reconfirmAfter);
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ConsentRules.ZONE).toInstant();
    }

    private void replace(
            UUID guardian, @Nullable LocalDate until, @Nullable LocalDate suspended, @Nullable LocalDate resumed) {
        Capacity capacity = guardian.equals(FATHER) ? Capacity.FATHER : Capacity.MOTHER;
        guardians.removeIf(relation -> relation.personId().equals(guardian));
        guardians.add(relation(guardian, capacity, until, suspended, resumed));
    }

    private static Guardianship relation(
            UUID guardian,
            Capacity capacity,
            @Nullable LocalDate until,
            @Nullable LocalDate suspended,
            @Nullable LocalDate resumed) {
        return new Guardianship(guardian, capacity, LocalDate.of(2000, 1, 1), until, suspended, resumed);
    }
}
