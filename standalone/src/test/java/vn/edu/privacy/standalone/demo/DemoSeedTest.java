package vn.edu.privacy.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoSeedTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private final DemoWorld world = DemoSeed.of(DAY);

    @Test
    void hasFourHundredAndTwentyStudentsInTwelveClassesAndSixtyInTheOtherSchool() {
        List<DemoStudent> first = world.studentsOf("hoa-sen");

        assertThat(first).hasSize(420);
        assertThat(first.stream().map(DemoStudent::className).distinct()).hasSize(12);
        assertThat(world.studentsOf("sao-mai")).hasSize(60);
    }

    @Test
    void agesInTheFirstSchoolRunFromFiveToEighteen() {
        assertThat(world.studentsOf("hoa-sen").stream()
                        .filter(student -> student.birthDate() != null)
                        .map(student -> student.ageOn(DAY))
                        .distinct()
                        .sorted())
                .containsExactly(5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18);
    }

    @Test
    void theFirstFamilyIsAskedAboutAllItsChildrenUntilTheEndOfTheYear() {
        DemoCampaign campaign = DemoSeed.campaign(DAY);
        DemoStudent first = world.exemplary().getFirst();
        UUID parent = first.guardians().getFirst().personId();

        assertThat(campaign.schoolId()).isEqualTo(first.schoolId());
        assertThat(campaign.classes())
                .contains(first.className())
                .containsAll(world.childrenOf(parent).stream()
                        .map(DemoStudent::className)
                        .toList());
        assertThat(DemoPurposes.inSchoolYearOf(DAY).keySet()).containsAll(campaign.purposes());
        assertThat(campaign.opensOn()).isEqualTo(DAY);
        assertThat(campaign.deadline()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(campaign.body()).contains("\"schoolYear\":\"2026-2027\"", "\"deadline\":\"2026-12-31\"");
    }

    @Test
    void onEveryDayTheCampaignIsOpenForAWhileWithinTheSchoolYear() {
        LocalDate day = LocalDate.of(2026, 8, 1);
        for (; day.isBefore(LocalDate.of(2028, 8, 1)); day = day.plusDays(1)) {
            DemoCampaign campaign = DemoSeed.campaign(day);

            assertThat(campaign.opensOn()).isEqualTo(day);
            assertThat(campaign.deadline()).isAfterOrEqualTo(day);
            assertThat(DemoSeed.schoolYearStart(campaign.deadline())).isEqualTo(DemoSeed.schoolYearStart(day));
        }
        assertThat(DemoSeed.campaign(LocalDate.of(2026, 12, 25)).deadline()).isEqualTo(LocalDate.of(2027, 2, 23));
        assertThat(DemoSeed.campaign(LocalDate.of(2027, 7, 30)).deadline()).isEqualTo(LocalDate.of(2027, 7, 31));
    }

    @Test
    void isTheSameEachTime() {
        assertThat(DemoSeed.of(DAY)).isEqualTo(world);
    }

    @Test
    void idsAndNamesDoNotDependOnTheDay() {
        DemoWorld later = DemoSeed.of(DAY.plusDays(400));

        assertThat(later.students().stream().map(student -> student.sectorId() + student.person()))
                .isEqualTo(world.students().stream()
                        .map(student -> student.sectorId() + student.person())
                        .toList());
    }

    @Test
    void nobodySharesAnIdALoginOrASectorNumber() {
        List<DemoPerson> everybody = everybody().toList();

        assertThat(everybody.stream().map(DemoPerson::personId)).doesNotHaveDuplicates();
        assertThat(everybody.stream().map(DemoPerson::username).filter(Objects::nonNull))
                .doesNotHaveDuplicates();
        assertThat(world.students().stream().map(DemoStudent::sectorId)).doesNotHaveDuplicates();
    }

    @Test
    void everyGuardianInARelationIsAKnownPerson() {
        var known = world.guardians().stream().map(DemoPerson::personId).collect(Collectors.toSet());
        var named = new HashSet<UUID>();
        world.students().forEach(student -> student.guardians().forEach(relation -> named.add(relation.personId())));

        assertThat(named).isEqualTo(known);
    }

    @Test
    void theCastShowsEachKindOfFamily() {
        assertThat(family("separated parents at two addresses").hasBothParentsOn(DAY))
                .isTrue();
        assertThat(family("grandmother as guardian").guardians())
                .singleElement()
                .returns("GUARDIAN", DemoGuardianship::capacity);
        assertThat(family("father's relation suspended by a court").guardians())
                .anyMatch(relation -> relation.suspendedFrom() != null && !relation.inForceOn(DAY))
                .anyMatch(relation -> relation.inForceOn(DAY));
        assertThat(family("grandfather was guardian until the mother came back").guardians())
                .anyMatch(relation -> relation.until() != null && !relation.inForceOn(DAY));
        assertThat(family("guardianship ended, nobody has followed").guardians())
                .noneMatch(relation -> relation.inForceOn(DAY));
        assertThat(family("adult student").ageOn(DAY)).isEqualTo(18);
        assertThat(family("five years old").ageOn(DAY)).isEqualTo(5);
        assertThat(family("birth date unknown").birthDate()).isNull();
        assertThat(family("birth date declared, not verified").birthDateSource())
                .isEqualTo("DECLARED");
    }

    @Test
    void siblingsSitInDifferentClassesAndAtBothSchools() {
        assertThat(world.guardians().stream()
                        .map(guardian -> world.childrenOf(guardian.personId()))
                        .filter(children -> children.stream()
                                        .map(DemoStudent::className)
                                        .distinct()
                                        .count()
                                == 3))
                .isNotEmpty();
        assertThat(world.guardians().stream()
                        .map(guardian -> world.childrenOf(guardian.personId()))
                        .filter(children -> children.stream()
                                        .map(DemoStudent::schoolId)
                                        .distinct()
                                        .count()
                                == 2))
                .isNotEmpty();
    }

    @Test
    void separatedParentsLiveAtTwoAddresses() {
        var ids = family("separated parents at two addresses").guardians().stream()
                .map(DemoGuardianship::personId)
                .toList();

        assertThat(world.guardians().stream()
                        .filter(guardian -> ids.contains(guardian.personId()))
                        .map(DemoPerson::address)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void theFirstExemplaryStudentIsBetweenEightAndFifteenWithLoginAndBothParents() {
        DemoStudent first = world.exemplary().getFirst();

        assertThat(first.schoolId()).isEqualTo("hoa-sen");
        assertThat(first.ageOn(DAY)).isBetween(8, 15);
        assertThat(first.person().username()).isNotNull();
        assertThat(first.guardians()).hasSize(2);
        assertThat(world.guardians().stream().map(DemoPerson::personId))
                .containsAll(first.guardians().stream()
                        .map(DemoGuardianship::personId)
                        .toList());
    }

    @Test
    void onlyStudentsFromSevenOnHaveALogin() {
        assertThat(world.students())
                .filteredOn(student -> student.birthDate() != null)
                .allMatch(student -> (student.person().username() != null) == (student.ageOn(DAY) >= 7));
    }

    private DemoStudent family(String kind) {
        return world.students().stream()
                .filter(student -> student.family().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private Stream<DemoPerson> everybody() {
        return Stream.concat(
                world.staff().stream(),
                Stream.concat(
                        world.guardians().stream(), world.students().stream().map(DemoStudent::person)));
    }
}
