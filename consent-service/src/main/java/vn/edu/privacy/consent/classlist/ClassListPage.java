package vn.edu.privacy.consent.classlist;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Purposes;
import vn.edu.privacy.consent.roster.Classes;
import vn.edu.privacy.consent.roster.StudentName;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * Class by purpose: may the school collect, or not yet, and would a reminder help. Why not is for the school's officers;
 * whoever stands in front of a class has no need to know who refused (Decree 13 art. 3.4).
 */
@Controller
class ClassListPage {
    /** As many as fit a page that somebody still reads; a search is made narrower. */
    private static final int ROWS = 60;

    private final Classes classes;
    private final Students students;
    private final Purposes purposes;
    private final MayCollect mayCollect;

    ClassListPage(Classes classes, Students students, Purposes purposes, MayCollect mayCollect) {
        this.classes = classes;
        this.students = students;
        this.purposes = purposes;
        this.mayCollect = mayCollect;
    }

    @GetMapping("/classes")
    Mono<Rendering> show(
            @RequestParam(name = "class", required = false) @Nullable String className,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "ALL") String show,
            Caller caller,
            Locale locale) {
        String school = school(caller);
        Filter filter = Filter.of(className, q, purpose, show);
        return Mono.zip(classes.of(school), purposes.allCurrent().collectList())
                .flatMap(known -> rows(school, known.getT1(), known.getT2(), filter)
                        .map(rows -> Rendering.view("class-list")
                                .modelAttribute("filter", filter)
                                .modelAttribute("shows", Filter.Show.values())
                                .modelAttribute("classes", known.getT1())
                                .modelAttribute("all", columns(known.getT2(), "", locale))
                                .modelAttribute("columns", columns(known.getT2(), filter.purpose(), locale))
                                .modelAttribute(
                                        "rows", rows.stream().limit(ROWS).toList())
                                .modelAttribute("more", rows.size() > ROWS)
                                .modelAttribute("officer", caller.is(Role.SCHOOL_OFFICER))
                                .build()));
    }

    private Mono<List<Row>> rows(String school, List<String> allClasses, List<PublishedPurpose> all, Filter filter) {
        if (filter.isEmpty()) {
            return Mono.just(List.of());
        }
        List<String> wanted = filter.className() == null
                ? allClasses
                : allClasses.stream().filter(filter.className()::equals).toList();
        return Flux.fromIterable(wanted)
                .concatMap(each -> classes.students(school, each)
                        .flatMap(students::names)
                        .flatMapIterable(names -> named(names.values(), filter))
                        .map(name -> Map.entry(each, name)))
                .concatMap(each -> row(each.getKey(), each.getValue(), all, filter))
                .filter(row -> row.shownBy(filter.show()))
                .take(ROWS + 1L)
                .collectList();
    }

    private Mono<Row> row(String className, StudentName name, List<PublishedPurpose> all, Filter filter) {
        List<String> codes = all.stream()
                .map(PublishedPurpose::code)
                .filter(code -> filter.purpose().isEmpty() || filter.purpose().equals(code))
                .toList();
        UUID student = name.studentId();
        return mayCollect
                .of(student)
                .map(cells -> new Row(
                        student,
                        name.full(),
                        className,
                        codes.stream()
                                .map(code -> cells.getOrDefault(code, Cell.UNKNOWN))
                                .toList()));
    }

    private static List<StudentName> named(Collection<StudentName> names, Filter filter) {
        return names.stream()
                .filter(name -> filter.finds(name.full()))
                .sorted(StudentName.byGivenName())
                .toList();
    }

    private static List<Column> columns(List<PublishedPurpose> all, String code, Locale locale) {
        return all.stream()
                .filter(purpose -> code.isEmpty() || code.equals(purpose.code()))
                .map(purpose -> new Column(
                        purpose.code(), purpose.notice(locale.getLanguage()).name()))
                .toList();
    }

    private static String school(Caller caller) {
        return caller.schoolId().orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN));
    }

    /**
     * A purpose as a column.
     *
     * @param code the purpose
     * @param name in plain words
     */
    record Column(String code, String name) {}

    /**
     * A student as a row.
     *
     * @param student opens the student's forms
     * @param name as the sector database writes it
     * @param className today
     * @param cells in the order of the columns
     */
    record Row(UUID student, String name, String className, List<Cell> cells) {
        boolean shownBy(Filter.Show show) {
            return switch (show) {
                case ALL -> true;
                case NOT_YET -> cells.stream().anyMatch(cell -> !cell.may());
                case REMIND -> cells.stream().anyMatch(Cell::reminderHelps);
            };
        }
    }
}
