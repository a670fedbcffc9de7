package vn.edu.privacy.consent.paper.persistence;

import static vn.edu.privacy.consent.paper.persistence.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.paper.application.PrintedForms;
import vn.edu.privacy.consent.paper.domain.FormNumber;
import vn.edu.privacy.consent.paper.domain.PrintedForm;

/** Printed forms in PostgreSQL. */
@Repository
class R2dbcPrintedForms implements PrintedForms {
    private final DatabaseClient database;

    R2dbcPrintedForms(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> keep(PrintedForm form) {
        return database.sql("""
                        insert into paper_form
                            (student_id, form_id, number, school_id, purpose, version, languages, printed_by, printed_at)
                        values (:student, :id, :number, :school, :purpose, :version, :languages, :by, :at)""")
                .bind("student", form.studentId())
                .bind("id", form.id())
                .bind("number", form.number().value())
                .bind("school", form.schoolId())
                .bind("purpose", form.purpose())
                .bind("version", form.version())
                .bind("languages", form.languages().toArray(String[]::new))
                .bind("by", form.printedBy())
                .bind("at", form.printedAt())
                .then();
    }

    @Override
    public Mono<PrintedForm> find(FormNumber number) {
        return database.sql("""
                        select student_id, form_id, number, school_id, purpose, version, languages, printed_by, printed_at
                        from paper_form where number = :number""")
                .bind("number", number.value())
                .map(R2dbcPrintedForms::form)
                .one();
    }

    private static PrintedForm form(Readable row) {
        return new PrintedForm(
                required(row, "form_id", UUID.class),
                new FormNumber(required(row, "number", String.class)),
                required(row, "student_id", UUID.class),
                required(row, "school_id", String.class),
                required(row, "purpose", String.class),
                required(row, "version", Integer.class),
                List.of(required(row, "languages", String[].class)),
                required(row, "printed_by", UUID.class),
                required(row, "printed_at", Instant.class));
    }
}
