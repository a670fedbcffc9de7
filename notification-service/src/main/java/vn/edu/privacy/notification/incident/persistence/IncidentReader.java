package vn.edu.privacy.notification.incident.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.incident.application.StoredIncident;
import vn.edu.privacy.notification.incident.persistence.PartRows.PhaseRow;
import vn.edu.privacy.notification.incident.persistence.PartRows.StepRow;
import vn.edu.privacy.platform.vault.SubjectKeys.Sealed;

/** Reads violations with what belongs to them, in four round trips however many there are. */
@Component
class IncidentReader {
    private static final String PHASES =
            "select * from incident_phase where incident_id = any($1) order by incident_id, number";
    private static final String STEPS = "select * from incident_step where incident_id = any($1) order by at, step";

    private final DatabaseClient database;
    private final SealedWords words;

    IncidentReader(DatabaseClient database, SealedWords words) {
        this.database = database;
        this.words = words;
    }

    /** The violations that a statement selects, in its order. */
    Mono<List<StoredIncident>> read(GenericExecuteSpec select) {
        return select.map(IncidentRow::of).all().collectList().flatMap(rows -> {
            UUID[] ids = rows.stream().map(IncidentRow::id).toArray(UUID[]::new);
            Mono<List<PhaseRow>> phases =
                    database.sql(PHASES).bind(0, ids).map(PhaseRow::of).all().collectList();
            Mono<List<StepRow>> steps =
                    database.sql(STEPS).bind(0, ids).map(StepRow::of).all().collectList();
            return phases.zipWith(steps)
                    .flatMap(parts -> words.open(words(rows, parts.getT1(), parts.getT2()))
                            .map(opened -> rows.stream()
                                    .map(row -> stored(row, parts.getT1(), parts.getT2(), opened))
                                    .toList()));
        });
    }

    private static List<Sealed> words(List<IncidentRow> rows, List<PhaseRow> phases, List<StepRow> steps) {
        List<Sealed> all = new ArrayList<>();
        rows.forEach(row -> all.add(row.contents()));
        for (PhaseRow phase : phases) {
            if (phase.words() != null) {
                all.add(phase.words());
            }
        }
        for (StepRow step : steps) {
            if (step.words() != null) {
                all.add(step.words());
            }
        }
        return all;
    }

    private static StoredIncident stored(
            IncidentRow row, List<PhaseRow> phases, List<StepRow> steps, SealedWords.Opened opened) {
        return new StoredIncident(
                row.incident(
                        opened.contents(row.contents()),
                        phases.stream()
                                .filter(phase -> phase.incidentId().equals(row.id()))
                                .map(phase -> phase.phase(opened.note(phase.words())))
                                .toList()),
                row.version(),
                steps.stream()
                        .filter(step -> step.incidentId().equals(row.id()))
                        .map(step -> step.step(opened.note(step.words())))
                        .toList());
    }
}
