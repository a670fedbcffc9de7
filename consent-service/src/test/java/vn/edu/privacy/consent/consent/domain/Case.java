package vn.edu.privacy.consent.consent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.consent.domain.Entry.Decision;
import vn.edu.privacy.consent.roster.Capacity;
import vn.edu.privacy.consent.roster.Enrolment;
import vn.edu.privacy.consent.roster.Guardianship;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.contracts.law.Regime;

/** A student, two parents and a record, to tell a story with. */
final class Case {
    static final UUID STUDENT = new UUID(1, 1);
    static final UUID FATHER = new UUID(1, 2);
    static final UUID MOTHER = new UUID(1, 3);
    static final String SCHOOL = "hoa-sen";
    static final Set<String> CATEGORIES = Set.of("height", "allergies");
    static final Regime.Parties PARTIES =
            new Regime.Parties(7, 18, Regime.DualConsentScope.ALL_PURPOSES, Regime.Minor16To17.DUAL);
    static final LocalDate START = LocalDate.of(2026, 9, 1);

    private final List<Guardianship> guardians = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private List<Enrolment> enrolments = List.of(new Enrolment(SCHOOL, "4A", LocalDate.of(2020, 1, 1), null));
    private @Nullable LocalDate birth;
    private boolean verified = true;
    private int majorVersion = 1;
    private long reconfirmAfter;
    private Regime.Minor16To17 minor = Regime.Minor16To17.DUAL;
    private Regime.DualConsentScope scope = Regime.DualConsentScope.ALL_PURPOSES;
    private boolean discloses = true;

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

    Case minor(Regime.Minor16To17 value) {
        minor = value;
        return this;
    }

    Case scope(Regime.DualConsentScope value, boolean purposeDiscloses) {
        scope = value;
        discloses = purposeDiscloses;
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
        return add(decision(party, kind, day, categories, !checked, null));
    }

    Case grantsUntil(UUID party, LocalDate lastDay, LocalDate day) {
        return add(decision(party, DecisionKind.GIVEN, day, CATEGORIES, false, lastDay));
    }

    Case checks(long target, boolean confirmed, LocalDate day) {
        return add(new Entry.Check(next(), target, confirmed, noon(day)));
    }

    Case settles(boolean granted, LocalDate day) {
        return add(new Entry.Settlement(next(), granted, noon(day)));
    }

    Case ordered(LocalDate day) {
        return add(new Entry.Order(next(), noon(day)));
    }

    Case erased(LocalDate day) {
        return add(new Entry.Erasure(next(), noon(day)));
    }

    Case restricts(UUID asker, boolean imposed, boolean byAsker, LocalDate day) {
        return add(new Entry.Restriction(next(), asker, imposed, byAsker, noon(day)));
    }

    Case corrects(long target, @Nullable DecisionKind readAs, LocalDate day) {
        return add(new Entry.Correction(next(), target, readAs, noon(day)));
    }

    private Case add(Entry entry) {
        entries.add(entry);
        return this;
    }

    private long next() {
        return entries.size() + 1L;
    }

    private Decision decision(
            UUID party,
            DecisionKind kind,
            LocalDate day,
            Set<String> categories,
            boolean needsCheck,
            @Nullable LocalDate lastDay) {
        Capacity capacity =
                party.equals(STUDENT) ? Capacity.SELF : party.equals(FATHER) ? Capacity.FATHER : Capacity.MOTHER;
        return new Decision(
                new UUID(2, next()),
                next(),
                party,
                capacity,
                kind,
                majorVersion,
                categories,
                needsCheck,
                lastDay,
                false,
                noon(day));
    }

    /** What is known on a day: later entries are left out. */
    Evaluation on(LocalDate day, LocalDate knownOn) {
        List<Entry> known = entries.stream()
                .filter(entry -> !entry.at().isAfter(noon(knownOn)))
                .toList();
        return ConsentRules.evaluate(known, facts(), terms(), noon(day));
    }

    Evaluation on(LocalDate day) {
        return ConsentRules.evaluate(entries, facts(), terms(), noon(day));
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
                PARTIES.with(minor).with(scope),
                discloses,
                reconfirmAfter);
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
