package vn.edu.privacy.consent.paper.persistence;

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
import vn.edu.privacy.platform.database.RequiredColumn;

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
                RequiredColumn.get(row, "form_id", UUID.class),
                new FormNumber(RequiredColumn.get(row, "number", String.class)),
                RequiredColumn.get(row, "student_id", UUID.class),
                RequiredColumn.get(row, "school_id", String.class),
                RequiredColumn.get(row, "purpose", String.class),
                RequiredColumn.get(row, "version", Integer.class),
                List.of(RequiredColumn.get(row, "languages", String[].class)),
                RequiredColumn.get(row, "printed_by", UUID.class),
                RequiredColumn.get(row, "printed_at", Instant.class));
    }
}
