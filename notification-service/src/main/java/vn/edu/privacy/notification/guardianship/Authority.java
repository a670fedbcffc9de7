package vn.edu.privacy.notification.guardianship;

import static vn.edu.privacy.platform.database.RequiredColumn.get;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.contracts.law.Regime;
import vn.edu.privacy.contracts.law.Regimes;
import vn.edu.privacy.notification.deadline.Deadlines;

/**
 * Who may act for a student, by the roster as this service has heard it. While roster events come too late nobody's
 * authority is proven.
 */
@Component
public class Authority {
    private static final Duration LATE_FOR = Duration.ofSeconds(30);
    private static final String IN_FORCE = """
            g.in_force_from <= $2 and (g.in_force_until is null or g.in_force_until > $2)
            and not coalesce(g.suspended_from <= $2
                and (g.suspended_until is null or g.suspended_until > $2), false)""";
    private static final String REPRESENTS = """
            r.representative = $3 and r.holds and r.in_force_from <= $2 and r.in_force_until > $2
            and ($7 or ((cardinality(r.request_types) = 0 or r.request_types && $5)
                and (cardinality(r.purposes) = 0 or (cardinality($6) > 0 and $6 <@ r.purposes))))""";
    private static final String BY_MANDATE = """
            select exists (select from known_representation where student_id = $1 and representative = $2)
                and not exists (select from known_guardian where student_id = $1 and person_id = $2)""";
    private static final String OWN = """
            select s.school_id from known_student s
            where s.student_id in (select student_id from known_guardian where person_id = $1
                union select student_id from known_representation where representative = $1)
            order by s.enrolled_from desc, s.student_id limit 1""";
    private static final String ACTING = """
            select s.school_id, s.birth_date, coalesce(s.person_id = $3, false) as self,
                (select min(g.capacity) from known_guardian g
                 where g.student_id = s.student_id and g.person_id = $3 and %s) as capacity,
                exists (select from known_representation r join known_guardian g
                    on g.student_id = r.student_id and g.person_id = r.represented
                 where r.student_id = s.student_id and %s and %s) as for_guardian,
                exists (select from known_representation r
                 where r.student_id = s.student_id and r.represented = s.person_id and %s) as for_student,
                exists (select from roster_lag where late_at > $4) as late
            from known_student s where s.student_id = $1""".formatted(IN_FORCE, IN_FORCE, REPRESENTS, REPRESENTS);
    private static final String FAMILY = """
            select s.student_id, s.person_id, s.birth_date,
                array(select distinct g.person_id from known_guardian g
                 where g.student_id = s.student_id and %s) as guardians
            from known_student s where s.student_id =""".formatted(IN_FORCE);
    private static final String CONCERNED = FAMILY + " $1";
    private static final String ALL_CONCERNED = FAMILY + " any($1)";

    private final DatabaseClient database;
    private final Clock clock;
    private final Regimes regimes;
    private final List<String> upheld;

    Authority(
            DatabaseClient database,
            Clock clock,
            Regimes regimes,
            @Value("${privacy.law.uphold}") List<String> upheld) {
        this.database = database;
        this.clock = clock;
        this.regimes = regimes;
        this.upheld = List.copyOf(upheld);
    }

    /**
     * In what capacity a person acts for a student today: the student from the age at which a child decides too, a
     * guardian in force and not suspended until the student is of age (R-CH-02), and who represents either by
     * authorisation, as long as the represented may act (Decree 13 art. 11.11). A minor authorises nobody. Who is authorised for some
     * purposes or kinds of requests only may not act on everything.
     *
     * @return empty when the person may not act, and for an unknown student
     * @throws RosterLate (in the Mono) while the roster is behind
     */
    public Mono<Acting> of(UUID person, UUID studentId) {
        return of(person, studentId, Matter.EVERYTHING);
    }

    /** The same for one matter, which an authorisation limited to some must cover. */
    public Mono<Acting> of(UUID person, UUID studentId, Matter matter) {
        return acting(person, studentId, matter, false);
    }

    /** The same for anything at all: by an authorisation of whatever limits. */
    public Mono<Acting> ofAny(UUID person, UUID studentId) {
        return acting(person, studentId, Matter.EVERYTHING, true);
    }

    /** Whether the person acts, or acted, for the student by an authorisation alone. */
    public Mono<Boolean> byMandate(UUID person, UUID studentId) {
        return database.sql(BY_MANDATE)
                .bind(0, studentId)
                .bind(1, person)
                .mapValue(Boolean.class)
                .one();
    }

    private Mono<Acting> acting(UUID person, UUID studentId, Matter matter, boolean whatever) {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, Deadlines.ZONE);
        return database.sql(ACTING)
                .bind(0, studentId)
                .bind(1, day)
                .bind(2, person)
                .bind(3, now.minus(LATE_FOR))
                .bind(4, matter.types().toArray(String[]::new))
                .bind(5, matter.purposes().toArray(String[]::new))
                .bind(6, whatever)
                .map((row, about) -> Rows.claim(row))
                .one()
                .flatMap(claim ->
                        claim.late() ? Mono.error(new RosterLate()) : Mono.justOrEmpty(claim.acting(ages(day), day)))
                .switchIfEmpty(person.equals(studentId) ? own(person) : Mono.empty());
    }

    /** Whom the student's requests concern today: guardians in force, and the student from the age of deciding too. */
    public Mono<List<UUID>> concerned(UUID studentId) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        return database.sql(CONCERNED)
                .bind(0, studentId)
                .bind(1, day)
                .map((row, about) -> Rows.family(row))
                .one()
                .map(family -> family.concerned(ages(day), day))
                .defaultIfEmpty(List.of());
    }

    /**
     * The same for many students at once; nobody for one that is unknown.
     *
     * @return one entry for each student asked for
     */
    public Mono<Map<UUID, List<UUID>>> concerned(Collection<UUID> studentIds) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        Map<UUID, List<UUID>> people = new HashMap<>();
        studentIds.forEach(student -> people.put(student, List.of()));
        return database.sql(ALL_CONCERNED)
                .bind(0, studentIds.toArray(UUID[]::new))
                .bind(1, day)
                .map((row, about) -> people.put(
                        get(row, "student_id", UUID.class), Rows.family(row).concerned(ages(day), day)))
                .all()
                .then(Mono.just(people));
    }

    /**
     * A person about their own data (Law 91 art. 4): whoever the roster knows, or knew, as somebody's guardian or
     * representative. Their right does not end with that. Handled by the school of the student enrolled last.
     */
    private Mono<Acting> own(UUID person) {
        return database.sql(OWN).bind(0, person).mapValue(String.class).one().map(Acting::own);
    }

    /** Whether the roster knows a person who is no student, so that they can ask about their own data. */
    public Mono<UUID> known(UUID person) {
        return own(person).map(acting -> person);
    }

    /** Whether the student acts alone today (R-CH-24); not proven without a birth date. */
    public Mono<Boolean> isOfAge(UUID studentId) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        return database.sql("select birth_date from known_student where student_id = $1 and birth_date is not null")
                .bind(0, studentId)
                .mapValue(LocalDate.class)
                .one()
                .map(birth -> ages(day).isAdult(birth, day))
                .defaultIfEmpty(false);
    }

    /** Whether the student is at a school today; one who is unknown is at none. */
    public Mono<Boolean> isEnrolled(UUID studentId) {
        return database.sql("select exists (select from known_student where student_id = $1 and enrolled_from <= $2"
                        + " and (enrolled_until is null or enrolled_until > $2)) as enrolled")
                .bind(0, studentId)
                .bind(1, LocalDate.ofInstant(clock.instant(), Deadlines.ZONE))
                .map(row -> get(row, "enrolled", Boolean.class))
                .one();
    }

    /** The student that a person is; empty for anybody else. */
    public Mono<UUID> self(UUID person) {
        return database.sql("select student_id from known_student where person_id = $1 order by student_id limit 1")
                .bind(0, person)
                .mapValue(UUID.class)
                .one();
    }

    /** The students for whom a person may act today, if only on some matters. */
    public Flux<UUID> students(UUID person) {
        return database.sql("""
                        select student_id from known_student where person_id = $1
                        union select student_id from known_guardian where person_id = $1
                        union select student_id from known_representation where representative = $1""")
                .bind(0, person)
                .mapValue(UUID.class)
                .all()
                .filterWhen(student -> ofAny(person, student).hasElement());
    }

    /** The school that the roster says a student is at; empty for an unknown student. */
    public Mono<String> school(UUID studentId) {
        return database.sql("select school_id from known_student where student_id = $1")
                .bind(0, studentId)
                .mapValue(String.class)
                .one();
    }

    /** The school that handles what is asked about somebody: a student's, or a person's own; empty for who is unknown. */
    public Mono<String> handling(UUID subject) {
        return school(subject).switchIfEmpty(own(subject).map(Acting::schoolId));
    }

    /** The students whom the roster says are at a school today. */
    public Mono<List<UUID>> studentsAt(String schoolId) {
        return database.sql("""
                        select student_id from known_student
                        where school_id = $1 and (enrolled_until is null or enrolled_until > $2) order by student_id""")
                .bind(0, schoolId)
                .bind(1, LocalDate.ofInstant(clock.instant(), Deadlines.ZONE))
                .mapValue(UUID.class)
                .all()
                .collectList();
    }

    /** Everybody who may act for a student today, the student first; for who is no student, the person alone. */
    public Mono<List<Party>> parties(UUID studentId) {
        return school(studentId)
                .hasElement()
                .flatMap(student -> student
                        ? ofStudent(studentId)
                        : own(studentId)
                                .map(acting -> new Party(studentId, acting))
                                .flux()
                                .collectList());
    }

    private Mono<List<Party>> ofStudent(UUID studentId) {
        return database.sql("""
                        select person_id from (
                            select person_id, 1 as place from known_student where student_id = $1
                            union select person_id, 2 from known_guardian where student_id = $1
                            union select representative, 3 from known_representation where student_id = $1) people
                        where person_id is not null group by person_id order by min(place), person_id""")
                .bind(0, studentId)
                .mapValue(UUID.class)
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(person -> ofAny(person, studentId).map(acting -> new Party(person, acting)))
                .collectList();
    }

    private Ages ages(LocalDate day) {
        Regime.Parties parties = regimes.parties(day, upheld);
        return new Ages(parties.childDecidesFromAge(), parties.adultFromAge());
    }

    /**
     * Somebody who may act for a student.
     *
     * @param person who
     * @param acting as what
     */
    public record Party(UUID person, Acting acting) {}
}
