package vn.edu.privacy.consent.paper.application;

import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.paper.domain.FormNumber;
import vn.edu.privacy.consent.paper.domain.PrintedForm;

/** The forms that were printed; none is ever changed or removed. */
public interface PrintedForms {
    /** Keeps a form in the caller's transaction. */
    Mono<Void> keep(PrintedForm form);

    /** The form of that number; empty when none was printed. */
    Mono<PrintedForm> find(FormNumber number);
}
