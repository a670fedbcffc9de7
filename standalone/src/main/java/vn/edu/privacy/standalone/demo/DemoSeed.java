package vn.edu.privacy.standalone.demo;

import static vn.edu.privacy.standalone.demo.DemoWorld.FIRST_SCHOOL;
import static vn.edu.privacy.standalone.demo.DemoWorld.SECOND_SCHOOL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes the demo's families: first the ones that show a rule each, then ordinary ones until every place is taken. */
public final class DemoSeed {

    private static final long SEED = 20_260_901;
    /** The age from which a child decides together with the parents, and so has a login. */
    private static final int LOGIN_AGE = 7;

    private final LocalDate asOf;
    private final Random random = new Random(SEED);
    private final People people = new People(random);
    private final List<Place> free = new ArrayList<>(Place.all());
    private final List<DemoStudent> students = new ArrayList<>();
    private final List<DemoPerson> guardians = new ArrayList<>();

    private DemoSeed(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** @param asOf the day on which the ages hold; ids and names do not depend on it */
    public static DemoWorld of(LocalDate asOf) {
        DemoSeed seed = new DemoSeed(asOf);
        seed.familiesThatShowARule();
        Collections.shuffle(seed.free, seed.random);
        while (!seed.free.isEmpty()) {
            seed.ordinaryFamily();
        }
        return new DemoWorld(asOf, List.copyOf(seed.students), List.copyOf(seed.guardians), seed.staff());
    }

    private void familiesThatShowARule() {
        bothParents(
                "siblings in three classes",
                take(FIRST_SCHOOL, "6A", 11),
                take(FIRST_SCHOOL, "1A", 6),
                take(FIRST_SCHOOL, "9A", 14));
        separatedParents(take(FIRST_SCHOOL, "4A", 9));
        grandmother(take(FIRST_SCHOOL, "5A", 10));
        suspendedFather(take(FIRST_SCHOOL, "3A", 8));
        formerGuardian(take(FIRST_SCHOOL, "8A", 13));
        bothParents("adult student", take(FIRST_SCHOOL, "12A", 18));
        bothParents("siblings at two schools", take(FIRST_SCHOOL, "7A", 12), take(SECOND_SCHOOL, "2B", 7));
        bothParents("five years old", take(FIRST_SCHOOL, "1A", 5));
        unverifiedAge("birth date declared, not verified", take(FIRST_SCHOOL, "2A", 7), true);
        unverifiedAge("birth date unknown", take(FIRST_SCHOOL, "2A", 7), false);
        nobodyInForce(take(FIRST_SCHOOL, "9A", 14));
    }

    private void ordinaryFamily() {
        Place first = free.removeLast();
        if (random.nextInt(10) == 0) {
            DemoPerson mother = guardian(people.familyName(), true, people.address());
            enrol(first, "mother alone", people.familyName(), mother.address(), since(mother, "MOTHER", first));
            return;
        }
        int siblings = random.nextInt(10);
        if (siblings < 7 || free.isEmpty()) {
            bothParents("father and mother", first);
            return;
        }
        Place second = free.stream()
                .filter(place -> place.schoolId().equals(first.schoolId()) && place.age() != first.age())
                .findFirst()
                .orElse(null);
        if (second == null) {
            bothParents("father and mother", first);
        } else {
            free.remove(second);
            bothParents("siblings", first, second);
        }
    }

    private void bothParents(String family, Place... children) {
        String address = people.address();
        String familyName = people.familyName();
        DemoPerson father = guardian(familyName, false, address);
        DemoPerson mother = guardian(people.familyName(), true, address);
        for (Place child : children) {
            enrol(child, family, familyName, address, since(father, "FATHER", child), since(mother, "MOTHER", child));
        }
    }

    private void separatedParents(Place child) {
        String familyName = people.familyName();
        DemoPerson father = guardian(familyName, false, people.address());
        DemoPerson mother = guardian(people.familyName(), true, people.address());
        enrol(
                child,
                "separated parents at two addresses",
                familyName,
                mother.address(),
                since(father, "FATHER", child),
                since(mother, "MOTHER", child));
    }

    private void grandmother(Place child) {
        DemoPerson grandmother = guardian(people.familyName(), true, people.address());
        enrol(
                child,
                "grandmother as guardian",
                people.familyName(),
                grandmother.address(),
                since(grandmother, "GUARDIAN", child));
    }

    private void suspendedFather(Place child) {
        String familyName = people.familyName();
        DemoPerson father = guardian(familyName, false, people.address());
        DemoPerson mother = guardian(people.familyName(), true, people.address());
        enrol(
                child,
                "father's relation suspended by a court",
                familyName,
                mother.address(),
                since(father, "FATHER", child).suspendedSince(asOf.minusDays(40)),
                since(mother, "MOTHER", child));
    }

    private void formerGuardian(Place child) {
        DemoPerson grandfather = guardian(people.familyName(), false, people.address());
        DemoPerson mother = guardian(people.familyName(), true, people.address());
        enrol(
                child,
                "grandfather was guardian until the mother came back",
                grandfather.name().split(" ")[0],
                mother.address(),
                since(grandfather, "GUARDIAN", child).endedOn(asOf.minusDays(100)),
                DemoGuardianship.since(mother, "MOTHER", asOf.minusDays(100)));
    }

    private void nobodyInForce(Place child) {
        DemoPerson aunt = guardian(people.familyName(), true, people.address());
        enrol(
                child,
                "guardianship ended, nobody has followed",
                people.familyName(),
                aunt.address(),
                since(aunt, "GUARDIAN", child).endedOn(asOf.minusDays(10)));
    }

    private void unverifiedAge(String family, Place child, boolean declared) {
        String familyName = people.familyName();
        String address = people.address();
        DemoPerson father = guardian(familyName, false, address);
        DemoPerson student = people.student(familyName, random.nextBoolean(), address, true);
        students.add(new DemoStudent(
                child.schoolId(),
                sectorId(),
                student,
                declared ? birthDate(child) : null,
                "DECLARED",
                child.className(),
                enrolledFrom(),
                family,
                List.of(since(father, "FATHER", child))));
    }

    private void enrol(Place place, String family, String familyName, String address, DemoGuardianship... relations) {
        DemoPerson student = people.student(familyName, random.nextBoolean(), address, place.age() >= LOGIN_AGE);
        students.add(new DemoStudent(
                place.schoolId(),
                sectorId(),
                student,
                birthDate(place),
                "SECTOR_DATABASE",
                place.className(),
                enrolledFrom(),
                family,
                List.of(relations)));
    }

    private DemoPerson guardian(String familyName, boolean woman, String address) {
        DemoPerson guardian = people.guardian(familyName, woman, address);
        guardians.add(guardian);
        return guardian;
    }

    private DemoGuardianship since(DemoPerson guardian, String capacity, Place child) {
        return DemoGuardianship.since(
                guardian, capacity, asOf.minusYears(child.age()).withDayOfYear(1));
    }

    /** Two months at least before the next birthday, so that the ages hold for a while. */
    private LocalDate birthDate(Place place) {
        return asOf.minusYears(place.age()).minusDays(1L + random.nextInt(300));
    }

    private LocalDate enrolledFrom() {
        return schoolYearStart(asOf);
    }

    /** The campaign that a school has open, planned on that day. */
    public static DemoCampaign campaign(LocalDate day) {
        return DemoCampaign.on(day);
    }

    /** The school year's first day, 1 August. */
    public static LocalDate schoolYearStart(LocalDate day) {
        return LocalDate.of(day.getMonthValue() >= 8 ? day.getYear() : day.getYear() - 1, 8, 1);
    }

    private String sectorId() {
        return "79%08d".formatted(10_000_001 + students.size() * 37);
    }

    private Place take(String schoolId, String className, int age) {
        Place place = free.stream()
                .filter(candidate -> candidate.isClass(schoolId, className) && candidate.age() == age)
                .findFirst()
                .orElseThrow();
        free.remove(place);
        return place;
    }

    private List<DemoPerson> staff() {
        List<DemoPerson> staff = new ArrayList<>();
        for (String school : DemoWorld.SCHOOLS) {
            staff.add(of("school-officer", "can-bo." + school, school));
            staff.add(of("school-staff", "giao-vien." + school, school));
            staff.add(of("head-of-unit", "hieu-truong." + school, school));
        }
        staff.add(of("data-protection-officer", "bao-ve-du-lieu", null));
        staff.add(of("department-officer", "so-gddt", null));
        staff.add(of("inspector", "thanh-tra", null));
        return List.copyOf(staff);
    }

    private DemoPerson of(String role, String username, @Nullable String schoolId) {
        return people.staff(role, username, schoolId);
    }
}
