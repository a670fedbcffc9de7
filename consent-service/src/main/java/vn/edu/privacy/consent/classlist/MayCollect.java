package vn.edu.privacy.consent.classlist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.application.AwaitedAnswers;
import vn.edu.privacy.consent.consent.application.ReadConsents;
import vn.edu.privacy.consent.consent.application.ReadConsents.PurposeConsent;
import vn.edu.privacy.consent.consent.domain.Answer;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.ConsentState;
import vn.edu.privacy.consent.consent.domain.Evaluation;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.roster.StudentFacts;
import vn.edu.privacy.consent.roster.Students;

/** What the rules of consent say now of one student, purpose by purpose. */
@Component
class MayCollect {
    private final ReadConsents consents;
    private final Students students;
    private final AwaitedAnswers awaited;
    private final Clock clock;

    MayCollect(ReadConsents consents, Students students, AwaitedAnswers awaited, Clock clock) {
        this.consents = consents;
        this.students = students;
        this.awaited = awaited;
        this.clock = clock;
    }

    /** By purpose; empty when the student is unknown. */
    Mono<Map<String, Cell>> of(UUID student) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ConsentRules.ZONE);
        return Mono.zip(students.facts(student), consents.of(student))
                .map(known -> known.getT2().stream()
                        .collect(Collectors.toMap(
                                consent -> consent.purpose().code(), consent -> cell(consent, known.getT1(), today))));
    }

    private Cell cell(PurposeConsent consent, StudentFacts facts, LocalDate today) {
        if (consent.evaluation().isEmpty()) {
            return new Cell(true, true, false, false, "");
        }
        Evaluation evaluation = consent.evaluation().get();
        boolean may = evaluation.answer() == Answer.PERMIT;
        boolean wanted = !may && Stream.of(Side.values()).anyMatch(side -> awaited.wanted(consent, facts, side, today));
        return new Cell(may, false, may && limited(consent), wanted, may ? "" : why(consent, evaluation, facts, today));
    }

    private String why(PurposeConsent consent, Evaluation evaluation, StudentFacts facts, LocalDate today) {
        if (evaluation.state() != ConsentState.AWAITING_PARTY) {
            return evaluation.state().name();
        }
        return awaited.wanted(consent, facts, Side.STUDENT, today) ? "AWAITING_STUDENT" : "AWAITING_GUARDIAN";
    }

    private static boolean limited(PurposeConsent consent) {
        return consent.decisions().stream()
                .anyMatch(entry -> entry.categories().size()
                                < consent.purpose().dataCategories().size()
                        || entry.particulars().conditions() != null
                        || entry.particulars().lastDay() != null);
    }
}
