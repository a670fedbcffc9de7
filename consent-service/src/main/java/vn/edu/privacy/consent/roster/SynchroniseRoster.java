package vn.edu.privacy.consent.roster;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.consent.roster.RosterBatch.Line;
import vn.edu.privacy.consent.roster.RosterResult.Change;
import vn.edu.privacy.platform.time.Ids;
import vn.edu.privacy.platform.vault.BlindIndex;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** Takes over what the sector database says of a school; what has not changed is not written. */
@Component
class SynchroniseRoster {
    private final R2dbcRoster roster;
    private final R2dbcStudents students;
    private final R2dbcFactsHistory history;
    private final ErasedNumbers erased;
    private final RosterEvents events;
    private final List<RosterChanges> listeners;
    private final SubjectKeys keys;
    private final BlindIndex index;
    private final JsonMapper mapper;
    private final TransactionalOperator transaction;
    private final Clock clock;

    SynchroniseRoster(
            R2dbcRoster roster,
            R2dbcStudents students,
            R2dbcFactsHistory history,
            ErasedNumbers erased,
            RosterEvents events,
            List<RosterChanges> listeners,
            SubjectKeys keys,
            BlindIndex index,
            JsonMapper mapper,
            TransactionalOperator transaction,
            Clock clock) {
        this.roster = roster;
        this.students = students;
        this.history = history;
        this.erased = erased;
        this.events = events;
        this.listeners = listeners;
        this.keys = keys;
        this.index = index;
        this.mapper = mapper;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Writes, tells the other service and those who depend on a student's facts, in one transaction. */
    Mono<RosterResult> synchronise(String schoolId, RosterBatch batch) {
        List<byte[]> indexes =
                batch.students().stream().map(line -> index.of(line.sectorId())).toList();
        return roster.lock(schoolId)
                .then(roster.known(schoolId, indexes).collectMap(R2dbcRoster.Known::sectorIndex))
                // after them: an erasure under way holds its student's row until it is done
                .zipWhen(known -> erased.among(
                        batch.students().stream().map(Line::sectorId).toList()))
                .map(found -> IntStream.range(0, indexes.size())
                        .mapToObj(i ->
                                erased.refuses(found.getT2(), batch.students().get(i))
                                        ? Step.refused(batch.students().get(i))
                                        : step(schoolId, batch, i, Bytea.of(indexes.get(i)), found.getT1()))
                        .toList())
                .flatMap(steps -> carryOut(schoolId, batch, steps).thenReturn(result(steps)))
                .as(transaction::transactional);
    }

    private Step step(
            String schoolId, RosterBatch batch, int i, String sectorIndex, Map<String, R2dbcRoster.Known> known) {
        Line line = batch.students().get(i);
        // keyed, so that the digest of a small value tells nobody what it was
        String digest = Bytea.of(index.of(schoolId + '\n' + mapper.writeValueAsString(line)));
        R2dbcRoster.@Nullable Known student = known.get(sectorIndex);
        if (student == null) {
            return new Step(line, Ids.next(), schoolId, sectorIndex, digest, Change.CREATED);
        }
        boolean older = student.asOf() != null && batch.asOf().isBefore(student.asOf());
        Change change = older || digest.equals(student.digest()) ? Change.UNCHANGED : Change.UPDATED;
        boolean here = line.enrolledUntil() == null || line.enrolledUntil().isAfter(day(batch.asOf()));
        return new Step(line, student.studentId(), here ? schoolId : student.schoolId(), sectorIndex, digest, change);
    }

    private Mono<Void> carryOut(String schoolId, RosterBatch batch, List<Step> steps) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate day = day(batch.asOf());
        List<Step> changed = steps.stream().filter(Step::writes).toList();
        List<UUID> present = steps.stream()
                .filter(step -> step.change() != Change.ERASED)
                .map(Step::studentId)
                .toList();
        Flux<UUID> gone = batch.complete() ? roster.endAbsent(schoolId, present, batch.asOf(), day, at) : Flux.empty();
        return seal(changed)
                .flatMap(rows -> roster.write(schoolId, rows, batch.asOf(), day, at))
                .thenMany(gone)
                .collectList()
                .flatMap(left -> announce(changed, left, at));
    }

    private Mono<List<RosterRow>> seal(List<Step> changed) {
        if (changed.isEmpty()) {
            return Mono.just(List.of());
        }
        List<SubjectKeys.Sealing> plain = new ArrayList<>();
        for (Step step : changed) {
            plain.add(
                    new SubjectKeys.Sealing(step.studentId(), bytes(step.line().sectorId())));
            plain.add(
                    new SubjectKeys.Sealing(step.studentId(), bytes(step.line().name())));
        }
        return keys.sealAll(plain)
                .map(closed -> IntStream.range(0, changed.size())
                        .mapToObj(i -> changed.get(i).row(closed.get(2 * i), closed.get(2 * i + 1)))
                        .toList());
    }

    private Mono<Void> announce(List<Step> changed, List<UUID> left, Instant at) {
        List<UUID> affected = new ArrayList<>(left);
        changed.forEach(step -> affected.add(step.studentId()));
        if (affected.isEmpty()) {
            return Mono.empty();
        }
        List<UUID> known = new ArrayList<>(left);
        changed.stream().filter(step -> step.change() == Change.UPDATED).forEach(step -> known.add(step.studentId()));
        return history.append(affected, at)
                .then(roster.versions(affected))
                .zipWith(students.factsOf(affected).collectList())
                .flatMap(facts -> events.changed(facts.getT2(), facts.getT1()))
                .thenMany(Flux.fromIterable(known))
                .concatMap(student ->
                        Flux.fromIterable(listeners).concatMap(listener -> listener.studentChanged(student, at)))
                .then();
    }

    private static RosterResult result(List<Step> steps) {
        return new RosterResult(steps.stream()
                .map(step -> new RosterResult.Line(
                        step.line().sectorId(),
                        step.change() == Change.ERASED ? null : step.studentId(),
                        step.change()))
                .toList());
    }

    private static LocalDate day(Instant asOf) {
        return LocalDate.ofInstant(asOf, R2dbcStudents.ZONE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What is to be done with one line.
     *
     * @param schoolId the school of the newest enrolment once the line is written
     */
    private record Step(Line line, UUID studentId, String schoolId, String sectorIndex, String digest, Change change) {
        private static final UUID NOBODY = new UUID(0, 0);

        static Step refused(Line line) {
            return new Step(line, NOBODY, "", "", "", Change.ERASED);
        }

        boolean writes() {
            return change == Change.CREATED || change == Change.UPDATED;
        }

        RosterRow row(byte[] sectorSealed, byte[] nameSealed) {
            return new RosterRow(
                    studentId,
                    sectorIndex,
                    Bytea.of(sectorSealed),
                    Bytea.of(nameSealed),
                    line.personId(),
                    line.birthDate(),
                    line.birthDateSource(),
                    schoolId,
                    line.className(),
                    line.enrolledFrom(),
                    line.enrolledUntil(),
                    digest,
                    line.guardians().stream()
                            .map(guardian -> new RosterRow.Relation(
                                    studentId,
                                    guardian.personId(),
                                    guardian.capacity(),
                                    guardian.from(),
                                    guardian.until(),
                                    guardian.suspendedFrom(),
                                    guardian.suspendedUntil()))
                            .toList());
        }
    }
}
