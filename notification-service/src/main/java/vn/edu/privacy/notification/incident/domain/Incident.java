package vn.edu.privacy.notification.incident.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.incident.domain.IncidentRefused.Reason;

/** A violation in one of its states; a state offers only what may follow on it. */
public sealed interface Incident {
    /** What is known of it. */
    Facts facts();

    /** The state, as it is named outside. */
    IncidentState state();

    /** What it may lead to; null before somebody said so. */
    default @Nullable Assessment assessment() {
        return null;
    }

    /** What the authority was told, the first part first. */
    default List<Phase> phases() {
        return List.of();
    }

    /** How it ended; null before it was put right. */
    default @Nullable Remedy remedy() {
        return null;
    }

    /** Who closed it; null before. */
    default @Nullable Closure closure() {
        return null;
    }

    /** When the authority was first told; empty before. */
    default Optional<Instant> authorityToldAt() {
        return phases().stream().map(Phase::sentAt).min(Instant::compareTo);
    }

    /** What an officer may still assess, anew where more was learned. */
    sealed interface Assessable extends Incident {
        /** Keeps what was learned and what it may lead to. */
        default Incident assess(Facts learned, Assessment assessment, BreachLaw law) {
            return law.asksForAuthority(assessment)
                    ? new Assessed(learned, assessment)
                    : new BelowThreshold(learned, assessment);
        }
    }

    /** What the authority has to be told, or the rest of it. */
    sealed interface Notifiable extends Incident {
        @Override
        Assessment assessment();

        /**
         * The authority was told, in whole or in part (R-BR-04).
         *
         * @throws IncidentRefused when the times contradict each other, it came late without reasons, or it is called
         *     complete while parts are missing
         */
        default Incident tell(Phase phase, BreachLaw law) {
            if (phase.sentAt().isBefore(facts().detectedAt()) || phase.sentAt().isAfter(phase.recordedAt())) {
                throw new IncidentRefused(Reason.TIMES_CONTRADICT);
            }
            boolean unexplained =
                    phase.lateReasons() == null || phase.lateReasons().isBlank();
            if (phases().isEmpty() && unexplained && law.needsReasons(facts(), assessment(), phase.sentAt())) {
                throw new IncidentRefused(Reason.LATE_REASONS_MISSING);
            }
            List<Content> missing = facts().contents().missing(Content.FOR_AUTHORITY);
            if (phase.complete() && !missing.isEmpty()) {
                throw new IncidentRefused(Reason.CONTENTS_MISSING, missing);
            }
            List<Phase> told =
                    Stream.concat(phases().stream(), Stream.of(phase)).toList();
            return phase.complete()
                    ? new Notified(facts(), assessment(), told)
                    : new NotifiedInPart(facts(), assessment(), told);
        }
    }

    /** What may be called put right. */
    sealed interface Remediable extends Incident {
        @Override
        Assessment assessment();

        /**
         * It was put right; the file is kept from there on (R-BR-11).
         *
         * @throws IncidentRefused when that was before it was detected, or is yet to come
         */
        default Remedied remedied(Instant at, String by, Instant now, BreachLaw law) {
            if (at.isBefore(facts().detectedAt()) || at.isAfter(now)) {
                throw new IncidentRefused(Reason.TIMES_CONTRADICT);
            }
            return new Remedied(
                    facts(),
                    assessment(),
                    phases(),
                    new Remedy(at, by, law.keepUntil(at).orElse(null)));
        }
    }

    /** In the register. */
    record Detected(Facts facts) implements Assessable {
        @Override
        public IncidentState state() {
            return IncidentState.DETECTED;
        }
    }

    /** The authority has to be told. */
    record Assessed(Facts facts, Assessment assessment) implements Assessable, Notifiable {
        @Override
        public IncidentState state() {
            return IncidentState.ASSESSED;
        }
    }

    /** No law that is kept asks for the authority to be told. */
    record BelowThreshold(Facts facts, Assessment assessment) implements Assessable, Remediable {
        @Override
        public IncidentState state() {
            return IncidentState.BELOW_THRESHOLD;
        }
    }

    /** The authority was told a part. */
    record NotifiedInPart(Facts facts, Assessment assessment, List<Phase> phases) implements Assessable, Notifiable {
        public NotifiedInPart {
            phases = List.copyOf(phases);
        }

        @Override
        public IncidentState state() {
            return IncidentState.NOTIFIED_IN_PART;
        }

        /** What was begun is told to its end, whatever was learned. */
        @Override
        public NotifiedInPart assess(Facts learned, Assessment again, BreachLaw law) {
            return new NotifiedInPart(learned, again, phases);
        }
    }

    /** The authority was told all. */
    record Notified(Facts facts, Assessment assessment, List<Phase> phases) implements Remediable {
        public Notified {
            phases = List.copyOf(phases);
        }

        @Override
        public IncidentState state() {
            return IncidentState.NOTIFIED;
        }
    }

    /** Put right. */
    record Remedied(Facts facts, Assessment assessment, List<Phase> phases, Remedy remedy) implements Incident {
        public Remedied {
            phases = List.copyOf(phases);
        }

        @Override
        public IncidentState state() {
            return IncidentState.REMEDIED;
        }

        /**
         * A second person closes the file.
         *
         * @param outstanding steps that are still to be taken
         * @throws IncidentRefused by who recorded the remedy, and while a step is outstanding
         */
        public Closed close(String by, Instant at, Set<Step> outstanding) {
            if (!outstanding.isEmpty()) {
                throw new IncidentRefused(
                        Reason.STEPS_OUTSTANDING, outstanding.stream().sorted().toList());
            }
            if (by.equals(remedy.by())) {
                throw new IncidentRefused(Reason.SAME_PERSON);
            }
            return new Closed(facts, assessment, phases, remedy, new Closure(at, by));
        }
    }

    /** Closed. */
    record Closed(Facts facts, Assessment assessment, List<Phase> phases, Remedy remedy, Closure closure)
            implements Incident {
        public Closed {
            phases = List.copyOf(phases);
        }

        @Override
        public IncidentState state() {
            return IncidentState.CLOSED;
        }
    }

    /**
     * How it was put right.
     *
     * @param at when
     * @param by the account that recorded it
     * @param keepUntil until when the file is kept at least; null where no law names a time
     */
    record Remedy(Instant at, String by, @Nullable Instant keepUntil) {}

    /**
     * Who closed the file.
     *
     * @param at when
     * @param by the account
     */
    record Closure(Instant at, String by) {}
}
