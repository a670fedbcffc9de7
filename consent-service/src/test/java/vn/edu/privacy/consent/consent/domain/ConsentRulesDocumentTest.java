package vn.edu.privacy.consent.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.edu.privacy.contracts.law.Regime.DualConsentScope;
import vn.edu.privacy.contracts.law.Regime.Minor16To17;

/**
 * {@code docs/consent-rules.md} is what the rules answer: every cell is asked of them. With {@code -Drules.write=true} the
 * page is drawn anew.
 */
class ConsentRulesDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "consent-rules.md");
    private static final LocalDate DAY = Case.START.plusDays(1);
    private static final List<Answered> ANSWERS = Stream.concat(
                    Stream.of(new Answered("–", null)),
                    Arrays.stream(DecisionKind.values()).map(kind -> new Answered(kind.name(), kind)))
            .toList();

    @Test
    void thePageSaysWhatTheRulesAnswer() throws IOException {
        String drawn = draw();
        if (Boolean.getBoolean("rules.write")) {
            Files.writeString(PAGE, drawn);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(drawn);
    }

    private static String draw() {
        return """
                # What a consent record amounts to

                Drawn by the build from the rules themselves (`ConsentRules`), cell by cell; do not edit. Law: Decree
                13/2023/NĐ-CP art. 11, 12 and 20, Law 91/2025/QH15 art. 9, 10 and 24. The tests `ConsentRulesAgainstTheTableTest`
                and `EntriesAgainstTheTableTest` hold the rules to a second, independent reading.

                A record is keyed by student, school, purpose and period (the school year, or open-ended). A transfer or a new
                year opens a new record and never overwrites one.

                ## Who must decide

                By full years on the day of the check, without grace at a birthday; who was born on 29 February: decision 0005.
                At 16 and 17 the law is silent: `privacy.law.minor16to17` (R-CH-21).

                %s
                Law 91/2025 art. 24.2 can also be read so that both decide only where private life is published or
                disclosed. Who sets `privacy.law.dual-consent-scope` to `DISCLOSURE_ONLY` goes by that from 1 January 2026 on;
                the table above then holds for purposes that publish or disclose, the one below for all others (R-CH-11).
                The default, `ALL_PURPOSES`, asks both about every purpose (R-CH-20).

                %s
                ## The first row that fits

                Answers cite the row. A school's system reads the rows that deny consent as one reason, since which of them
                it is would tell who is missing or against it.

                | row | state | when | answer | may a reminder help |
                |---|---|---|---|---|
                %s
                Only somebody's will turns another answer into PERMIT: a decision, its check by a second person, or the lifting
                of a restriction by the one who asked for it. Birthdays, relations, transfers, corrections and time only take
                PERMIT away.

                ## Guardians among themselves, for a child of 5

                One guardian suffices; any may withdraw, also what the other gave (R-CH-04, R-CH-22).

                %s
                The same once what was said in words on the purpose was erased (art. 16): who had agreed has not answered,
                refusals and withdrawals stand.

                %s
                ## Student and guardians, at 10

                Rows: father and mother; columns: the student.

                %s
                ## The student alone, at 18

                %s""".formatted(ages(true), ages(false), rows(), guardians(false), guardians(true), both(), alone());
    }

    private static String ages(boolean discloses) {
        StringBuilder table = new StringBuilder("| full years | "
                + Arrays.stream(Minor16To17.values())
                        .map(minor -> "`" + minor + "`")
                        .collect(Collectors.joining(" | "))
                + " |\n|---|---|---|---|\n");
        for (int age : new int[] {6, 7, 15, 16, 17, 18}) {
            table.append("| ").append(age).append(" |");
            for (Minor16To17 minor : Minor16To17.values()) {
                Case student =
                        Case.born(DAY.minusYears(age)).minor(minor).scope(DualConsentScope.DISCLOSURE_ONLY, discloses);
                table.append(' ')
                        .append(sides(ConsentRules.requiredSides(student.facts(), student.terms(), DAY)))
                        .append(" |");
            }
            table.append('\n');
        }
        Evaluation unverified = Case.aged(5)
                .unverified()
                .decides(Case.MOTHER, DecisionKind.GIVEN, Case.START)
                .on(DAY);
        return table.append("| not verified |")
                .append((" none suffices: " + unverified.answer() + " |").repeat(3))
                .append('\n')
                .toString();
    }

    private static String sides(Set<Side> sides) {
        return sides.stream().sorted().map(Side::name).collect(Collectors.joining(" and "));
    }

    private static String rows() {
        return Arrays.stream(ConsentState.values())
                .map(state -> "| %d | `%s` | %s | %s | %s |%n"
                        .formatted(
                                state.row(),
                                state,
                                when(state),
                                state.answer(),
                                state.reminderMayHelp() ? "yes" : "no"))
                .collect(Collectors.joining());
    }

    private static String when(ConsentState state) {
        return switch (state) {
            case ENDED -> "a competent authority ended it in writing";
            case RESTRICTED -> "somebody who may had it restricted, or objected, and has not lifted that";
            case WITHDRAWN -> "a required side withdrew";
            case CONFLICT -> "guardians are required and disagree, and no checked document settles it";
            case REFUSED -> "a required side refused";
            case REQUESTED -> "no required side has answered, somebody else has";
            case NOT_ASKED -> "nobody has answered";
            case AWAITING_PARTY -> "a required side has not answered, or the birth date is not verified";
            case AWAITING_CHECK ->
                "an agreement that counts was entered by somebody else and no second person has checked it";
            case EXPIRED -> "past the end of the record or of what a party granted, or the student has left the school";
            case STALE -> "given under a notice that a MAJOR version replaced";
            case AWAITING_RECONFIRMATION ->
                "everybody agrees, but what changed last was a fact and the answer before was not PERMIT";
            case GIVEN -> "otherwise; limited to the data categories that every required side granted";
        };
    }

    private static String guardians(boolean erased) {
        return matrix(
                "father ↓ mother →",
                5,
                ANSWERS.stream().map(father -> new Parents(father, null)).toList(),
                Case.MOTHER,
                erased);
    }

    private static String both() {
        List<Parents> parents = ANSWERS.stream()
                .flatMap(father -> ANSWERS.stream()
                        .filter(mother -> ANSWERS.indexOf(mother) >= ANSWERS.indexOf(father))
                        .map(mother -> new Parents(father, mother)))
                .toList();
        return matrix("guardians ↓ student →", 10, parents, Case.STUDENT, false);
    }

    private static String alone() {
        return matrix(
                "guardians ↓ student →",
                18,
                ANSWERS.stream().map(one -> new Parents(one, null)).toList(),
                Case.STUDENT,
                false);
    }

    private static String matrix(String corner, int age, List<Parents> rows, UUID column, boolean erased) {
        StringBuilder table = new StringBuilder("| " + corner + " | "
                + ANSWERS.stream().map(Answered::name).collect(Collectors.joining(" | ")) + " |\n|---|"
                + "---|".repeat(ANSWERS.size()) + "\n");
        for (Parents parents : rows) {
            table.append("| ").append(parents.name()).append(" |");
            for (Answered answer : ANSWERS) {
                Case told = Case.born(DAY.minusYears(age).minusDays(10));
                tell(told, Case.FATHER, parents.father());
                tell(told, Case.MOTHER, parents.mother());
                tell(told, column, answer);
                Evaluation found = erased ? told.erased(DAY).on(DAY) : told.on(DAY);
                table.append(' ')
                        .append(found.state())
                        .append(" (")
                        .append(found.state().row())
                        .append(") |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static void tell(Case told, UUID party, @Nullable Answered answer) {
        if (answer != null && answer.kind() != null) {
            told.decides(party, answer.kind(), Case.START);
        }
    }

    private record Answered(String name, @Nullable DecisionKind kind) {}

    private record Parents(Answered father, @Nullable Answered mother) {
        String name() {
            return mother == null ? father.name() : father.name() + ", " + mother.name();
        }
    }
}
