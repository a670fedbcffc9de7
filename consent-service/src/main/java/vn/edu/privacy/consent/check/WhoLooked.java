package vn.edu.privacy.consent.check;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * Tells a student and the guardians in force which systems asked about the student, for what and when (S-12, R-LOG-02).
 * Everybody else's student is not found, as is one that does not exist.
 */
@Component
public class WhoLooked {
    private final CheckHistory history;
    private final Students students;
    private final Purposes purposes;
    private final CheckProperties properties;
    private final Clock clock;

    WhoLooked(CheckHistory history, Students students, Purposes purposes, CheckProperties properties, Clock clock) {
        this.history = history;
        this.students = students;
        this.purposes = purposes;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * A page of looks, newest day first.
     *
     * @param reader who wants to know
     * @param before where the page before ended; the newest without it
     * @param limit at most so many looks
     * @param language of names
     */
    public Mono<Look.Page> at(UUID studentId, UUID reader, @Nullable String before, int limit, String language) {
        return students.capacity(reader, studentId)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .then(Mono.defer(() -> history.after(studentId, cursor(before), limit + 1)))
                .flatMap(rows -> names(rows, language).map(names -> page(rows, names, limit, language)));
    }

    private LookCursor cursor(@Nullable String before) {
        return before == null
                ? LookCursor.start(LocalDate.ofInstant(clock.instant(), CheckHistory.ZONE))
                : LookCursor.read(before)
                        .orElseThrow(() -> ProblemException.of(CommonProblems.MALFORMED_REQUEST)
                                .field("before"));
    }

    private Mono<Map<String, String>> names(List<CheckHistory.Row> rows, String language) {
        return Flux.fromIterable(rows.stream().map(CheckHistory.Row::purpose).collect(Collectors.toSet()))
                .concatMap(purposes::current)
                .collectMap(
                        purpose -> purpose.code(),
                        purpose -> purpose.notice(language).name());
    }

    private Look.Page page(List<CheckHistory.Row> rows, Map<String, String> names, int limit, String language) {
        Map<LookCursor, List<CheckHistory.Row>> looks = new LinkedHashMap<>();
        rows.forEach(row ->
                looks.computeIfAbsent(row.cursor(), at -> new ArrayList<>()).add(row));
        List<LookCursor> shown = looks.keySet().stream().limit(limit).toList();
        return new Look.Page(
                shown.stream()
                        .map(at -> look(looks.getOrDefault(at, List.of()), names, language))
                        .toList(),
                looks.size() > limit ? shown.getLast().written() : null);
    }

    private Look look(List<CheckHistory.Row> rows, Map<String, String> names, String language) {
        CheckHistory.Row any = rows.getFirst();
        return new Look(
                any.day(),
                any.schoolId(),
                system(any.client(), language),
                any.client(),
                any.times(),
                any.first(),
                any.last(),
                rows.stream()
                        .map(row -> new Look.ForPurpose(
                                row.purpose(),
                                names.getOrDefault(row.purpose(), row.purpose()),
                                row.permitted(),
                                row.restricted(),
                                row.denied()))
                        .toList());
    }

    private @Nullable String system(@Nullable String client, String language) {
        CheckProperties.Registered known =
                client == null ? null : properties.systems().get(client);
        return known == null
                ? null
                : known.name().getOrDefault(language, known.name().get("vi"));
    }
}
