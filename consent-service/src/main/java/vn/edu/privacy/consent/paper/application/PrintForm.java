package vn.edu.privacy.consent.paper.application;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.paper.domain.FormNumber;
import vn.edu.privacy.consent.paper.domain.PrintedForm;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.StudentFacts;

/**
 * Prints the form for one student and one purpose, and keeps which notice is on it (Decree 13 art. 11.4, 11.5, 13.3). One
 * student at a time: papers about many are what letter 8343 par. 1 wants to end.
 */
public final class PrintForm {
    private final Purposes purposes;
    private final PrintedForms forms;
    private final Signers signers;
    private final RandomGenerator random;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /** Collaborators: catalogue, forms, who signs, a source of numbers that nobody can guess, ids and time. */
    public PrintForm(
            Purposes purposes,
            PrintedForms forms,
            Signers signers,
            RandomGenerator random,
            Supplier<UUID> ids,
            Clock clock) {
        this.purposes = purposes;
        this.forms = forms;
        this.signers = signers;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Prints under the version in force. Whether the person may do so for that student, the caller has established.
     *
     * @param student about whom
     * @param purpose its code
     * @param second a language to stand beside the Vietnamese, when one is wanted
     * @param by who prints
     * @throws PaperRefused (as an error signal) for a purpose that asks nobody, for a language that its notice does not
     *     have, and for a student for whom the roster names nobody who could sign
     */
    public Mono<PrintedForm> print(StudentFacts student, String purpose, @Nullable String second, UUID by) {
        return purposes.current(purpose)
                .filter(current -> current.active() && current.basis().needsConsent())
                .switchIfEmpty(PaperRefused.because(PaperRefused.Reason.NOTHING_TO_ASK))
                .flatMap(current -> {
                    if (second != null && !current.languages().contains(second)) {
                        return PaperRefused.because(PaperRefused.Reason.LANGUAGE_MISSING);
                    }
                    if (signers.of(student, current).isEmpty()) {
                        return PaperRefused.because(PaperRefused.Reason.NOBODY_TO_SIGN);
                    }
                    PrintedForm form = form(student, current, second, by);
                    return forms.keep(form).thenReturn(form);
                });
    }

    private PrintedForm form(StudentFacts student, PublishedPurpose purpose, @Nullable String second, UUID by) {
        List<String> languages = second == null || second.equals(PrintedForm.FIRST_LANGUAGE)
                ? List.of(PrintedForm.FIRST_LANGUAGE)
                : List.of(PrintedForm.FIRST_LANGUAGE, second);
        return new PrintedForm(
                ids.get(),
                FormNumber.next(random),
                student.studentId(),
                student.schoolId(),
                purpose.code(),
                purpose.version(),
                languages,
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
