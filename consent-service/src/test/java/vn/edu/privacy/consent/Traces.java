package vn.edu.privacy.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.vault.SubjectErased;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** What the database still holds of one child. */
final class Traces {
    private final DatabaseClient database;
    private final Students students;
    private final SubjectKeys keys;
    private final Child child;

    Traces(DatabaseClient database, Students students, SubjectKeys keys, Child child) {
        this.database = database;
        this.students = students;
        this.keys = keys;
        this.child = child;
    }

    /** Neither the name nor the number, the words, the birth date, a birthday told, a class or the login. */
    void nothingPersonalIsLeft() {
        assertThat(name()).isEmpty();
        StepVerifier.create(keys.open(child.id(), new byte[64])).verifyError(SubjectErased.class);
        assertThat(words()).isZero();
        assertThat(column("""
                        select concat_ws('|', sector_index, birth_date, person_id, length(name_sealed) + length(sector_sealed))
                            as c
                        from student where student_id = $1""")).contains("0");
        assertThat(column("select string_agg(class_name, '') as c from enrolment where student_id = $1"))
                .contains("");
        assertThat(column("""
                        select count(*)::text as c from student_version
                        where student_id = $1 and (birth_date is not null or person_id is not null)""")).contains("0");
        assertThat(column("select count(*)::text as c from birthday_announced where student_id = $1"))
                .contains("0");
    }

    Optional<String> name() {
        return students.names(List.of(child.id()))
                .blockOptional()
                .flatMap(names -> Optional.ofNullable(names.get(child.id())).map(found -> found.full()));
    }

    int words() {
        return column("select count(*)::text as c from decision_text where student_id = $1")
                .map(Integer::parseInt)
                .orElseThrow();
    }

    /** One column named c of one row about the child. */
    Optional<String> column(String sql) {
        return database.sql(sql)
                .bind(0, child.id())
                .map(row -> Optional.ofNullable(row.get("c", String.class)))
                .one()
                .blockOptional()
                .flatMap(found -> found);
    }

    void run(String sql) {
        database.sql(sql).then().block();
    }
}
