package vn.edu.privacy.consent.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.edu.privacy.consent.School;
import vn.edu.privacy.consent.School.Child;
import vn.edu.privacy.consent.campaign.AskingSchool;
import vn.edu.privacy.consent.checkpoint.Sealing;
import vn.edu.privacy.consent.portal.Portal;
import vn.edu.privacy.consent.roster.Students;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.RealParts;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;
import vn.edu.privacy.platform.testing.Walls;

/** Every look of the school's people and systems at what stands about a student is kept, and told to the family. */
@RealParts
@TestPropertySource(properties = Sealing.OWN_CLOCK)
class StaffLooksIT {
    /** Show nothing of a student, or only to the family. */
    private static final Set<String> NOTHING_OF_A_STUDENT = Set.of(
            "/",
            "/.well-known/authzen-configuration",
            "/.well-known/jwks.json",
            "/campaigns",
            "/campaigns/new",
            "/campaigns/{id}",
            "/campaigns/{id}/closure",
            "/campaigns/{id}/reminders",
            "/officer/purposes",
            "/officer/purposes/draft",
            "/officer/purposes/{code}",
            "/officer/purposes/{code}/draft",
            "/paper",
            "/paper/intakes",
            "/v1/campaigns",
            "/v1/campaigns/{campaignId}",
            "/v1/campaigns/{campaignId}/coverage",
            "/v1/checkpoints/latest",
            "/v1/checkpoints/{number}",
            // hashes of all, of which nobody is told by name
            "/v1/ledger/export",
            "/v1/purpose-catalogue",
            "/v1/purpose-drafts/{code}",
            "/v1/purposes",
            "/v1/purposes/{code}/versions",
            "/v1/receipts/keys",
            "/verify",
            // one's own children
            "/withdrawals");

    private static final String CODE = "vn.edu.privacy.consent.";
    private static final Set<String> KNOWING_STUDENTS = Walls.of("vn.edu.privacy.consent").main().stream()
            .filter(each -> each.getDirectDependenciesFromSelf().stream()
                    .anyMatch(used -> used.getTargetClass().isEquivalentTo(Students.class)))
            .map(each -> feature(each.getName()))
            .collect(Collectors.toSet());

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DatabaseClient database;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Desk desk;
    private School school;
    private String purpose;
    private Child child;

    @BeforeEach
    void aChild() {
        desk = new Desk(context);
        school = desk.school();
        purpose = school.publishNamed("Xe đưa đón");
        child = school.child(6);
    }

    @Test
    @Rule({"S-12", "R-LOG-02"})
    void everyAddressThatShowsSomethingOfAStudentToTheSchoolKeepsTheLook() {
        Map<String, Reading> readings = readings();
        Set<String> known = new TreeSet<>(readings.keySet());
        known.addAll(NOTHING_OF_A_STUDENT);

        assertThat(known)
                .as("an address that is new shows something of a student, and is read here, or does not")
                .containsAll(addresses(StaffLooksIT::knowsStudents));
        assertThat(addresses(handler -> true)).containsAll(readings.keySet());

        readings.forEach((address, reading) -> {
            UUID viewer = UUID.randomUUID();
            reading.by(viewer, this);
            assertThat(looks(viewer)).as("looks kept of " + address).isPositive();
            if (reading.ofChild()) {
                assertThat(looksAtChild(viewer))
                        .as("look at the child kept of " + address)
                        .isOne();
            }
        });
    }

    @Test
    @Rule("S-12")
    void theFamilyReadsWhoLookedAsWhatAndNotByName() {
        UUID officer = UUID.randomUUID();
        UUID clerk = UUID.randomUUID();
        read("/v1/students/" + child.id() + "/consents", Role.SCHOOL_OFFICER, officer);
        read("/v1/students/" + child.id() + "/consents", Role.SCHOOL_OFFICER, officer);
        Portal.page(desk.pages(Role.SCHOOL_STAFF, clerk), "/students/" + child.id() + "/forms");
        school.get("/v1/students/" + child.id() + "/ledger", Tokens.bearer(Role.DATA_PROTECTION_OFFICER, officer))
                .expectStatus()
                .isOk();
        school.get("/v1/students/" + child.id() + "/consents", Tokens.system(School.ID))
                .expectStatus()
                .isOk();

        JsonNode told = told("");

        assertThat(told.get("items")
                        .valueStream()
                        .map(each -> each.get("position").asString() + " "
                                + each.get("what").asString()))
                .containsExactly(
                        "SCHOOL_SYSTEM CONSENTS",
                        "DATA_PROTECTION_OFFICER LEDGER",
                        "SCHOOL_STAFF PAPER",
                        "SCHOOL_OFFICER CONSENTS");
        assertThat(told.toString()).doesNotContain(officer.toString(), clerk.toString());
        WebTestClient mother = desk.portal().as(Role.GUARDIAN, child.mother());
        String address = "/children/" + child.id() + "/looked";
        assertThat(Portal.page(mother, address))
                .contains(
                        "Ai của nhà trường đã xem",
                        "Cán bộ phụ trách của hoa-sen",
                        "xem sổ ghi các quyết định",
                        "Nhân viên của hoa-sen")
                .doesNotContain(officer.toString(), clerk.toString(), "??");
        assertThat(Portal.page(mother, address + "?lang=en"))
                .contains("The data-protection officer", "looked at the ledger of decisions", "A system of ");
        JsonNode first = told("?limit=3");
        JsonNode second = told("?limit=3&before=" + first.get("next").asLong());
        assertThat(first.get("items")).hasSize(3);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void theFamilysOwnReadingIsNoLookOfTheSchoolAndNobodyElseReadsThem() {
        String address = "/v1/students/" + child.id() + "/staff-looks";
        school.get("/v1/students/" + child.id() + "/consents", Tokens.bearer(Role.GUARDIAN, child.mother()))
                .expectStatus()
                .isOk();
        Portal.page(desk.portal().as(Role.GUARDIAN, child.mother()), "/children/" + child.id());
        assertThat(told("").get("items")).isEmpty();

        school.get(address, Tokens.bearer(Role.GUARDIAN, UUID.randomUUID()))
                .expectStatus()
                .isNotFound();
        school.get(address, Desk.officer(UUID.randomUUID())).expectStatus().isForbidden();
    }

    @Test
    void whoIsNotShownAnythingHasNotLooked() {
        school.get(
                        "/v1/students/" + child.id() + "/consents",
                        Tokens.bearer(Role.SCHOOL_OFFICER, UUID.randomUUID(), "sao-mai"))
                .expectStatus()
                .isNotFound();
        assertThat(told("").get("items")).isEmpty();
    }

    @Test
    @Rule("R-LOG-02")
    void whatCannotBeKeptIsNotShown() {
        execute("""
                create function refuse_look() returns trigger language plpgsql as
                $$ begin if new.student_id = '%s' then raise exception 'broken'; end if; return new; end $$""".formatted(child.id()));
        execute("create trigger refuse_look before insert on staff_look for each row execute function refuse_look()");
        try {
            byte[] shown = school.get("/v1/students/" + child.id() + "/consents", Desk.officer(UUID.randomUUID()))
                    .expectStatus()
                    .is5xxServerError()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            assertThat(new String(Objects.requireNonNullElse(shown, new byte[0])))
                    .doesNotContain(child.id().toString(), purpose);
        } finally {
            execute("drop function refuse_look() cascade");
        }
    }

    @Test
    @Rule("R-LOG-02")
    void nothingOfItCanBeChangedAndTheChainHoldsWhileManyLookAtOnce() {
        Flux.range(0, 24)
                .flatMap(
                        viewer -> Flux.defer(() -> {
                                    read(
                                            "/v1/students/" + child.id() + "/consents",
                                            Role.SCHOOL_OFFICER,
                                            UUID.randomUUID());
                                    return Flux.empty();
                                })
                                .subscribeOn(Schedulers.boundedElastic()),
                        8)
                .blockLast();

        assertThat(count("select count(*) from staff_look where student_id = '" + child.id() + "'"))
                .isEqualTo(24);
        assertThat(broken()).isZero();
        for (String change : List.of("delete from staff_look", "update staff_look set viewer = 'nobody'")) {
            StepVerifier.create(database.sql(change).then()).verifyError();
        }
        execute("alter table staff_look disable trigger staff_look_append_only");
        execute("update staff_look set viewer = 'nobody' where seq = 17 and student_id = '" + child.id() + "'");
        execute("alter table staff_look enable trigger staff_look_append_only");
        assertThat(broken()).isOne();
    }

    private Map<String, Reading> readings() {
        String student = "/students/" + child.id();
        String officerOnly = "/v1" + student;
        String form = desk.print(child, purpose);
        String receipt = School.json(school.decide(child, child.mother(), Role.GUARDIAN, purpose, "GIVEN")
                        .expectStatus()
                        .isCreated())
                .at("/decisions/0/receiptId")
                .asString();
        Sealing.now(context);
        UUID entered = desk.entered(child, school.publishNamed("Ảnh lớp"), "GIVEN", UUID.randomUUID());
        represented();
        inAnEmergency();
        JsonNode intake = intake();
        String batch = intake.get("id").asString();
        AskingSchool asking = new AskingSchool(desk.portal().anybody());
        asking.enrol("2B", 5, null, UUID.randomUUID(), null);
        UUID campaign = asking.open(List.of(purpose), School.today().plusDays(20));

        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put("/v1/students/{studentId}/consents", Reading.call(officerOnly + "/consents", Role.SCHOOL_OFFICER));
        for (String proof : List.of("ledger", "ledger/verification", "ledger/export")) {
            readings.put(
                    "/v1/students/{studentId}/" + proof,
                    Reading.call(officerOnly + "/" + proof, Role.DATA_PROTECTION_OFFICER));
        }
        readings.put(
                "/v1/students/{studentId}/representations",
                Reading.call(officerOnly + "/representations", Role.SCHOOL_OFFICER));
        readings.put("/v1/receipts/{id}", Reading.call("/v1/receipts/" + receipt, Role.DATA_PROTECTION_OFFICER));
        readings.put("/v1/emergency-uses", Reading.list("/v1/emergency-uses", Role.SCHOOL_OFFICER));
        readings.put("/v1/unchecked-entries", Reading.list("/v1/unchecked-entries", Role.SCHOOL_OFFICER));
        readings.put("/v1/intakes/{intakeId}", Reading.list("/v1/intakes/" + batch, Role.SCHOOL_OFFICER));
        readings.put("/students/{studentId}/forms", Reading.page(student + "/forms", Role.SCHOOL_STAFF));
        String ofPurpose = student + "/purposes/" + purpose;
        readings.put(
                "/students/{studentId}/purposes/{code}/form", Reading.page(ofPurpose + "/form", Role.SCHOOL_STAFF));
        Child older = school.child(9);
        readings.put(
                "/students/{studentId}/purposes/{code}/supervised",
                Reading.listPage(
                        "/students/" + older.id() + "/purposes/" + purpose + "/supervised", Role.SCHOOL_STAFF));
        readings.put(
                "/students/{studentId}/representations",
                Reading.page(student + "/representations", Role.SCHOOL_OFFICER));
        readings.put("/representations", Reading.listPage("/representations", Role.SCHOOL_OFFICER));
        readings.put("/emergencies", Reading.listPage("/emergencies", Role.SCHOOL_OFFICER));
        readings.put("/classes", Reading.page("/classes?class=4A", Role.SCHOOL_STAFF));
        readings.put("/paper/students", Reading.page("/paper/students?class=4A", Role.SCHOOL_STAFF));
        readings.put("/paper/forms/{number}", Reading.page("/paper/forms/" + form, Role.SCHOOL_STAFF));
        readings.put("/paper/forms/{number}/entry", Reading.page("/paper/forms/" + form + "/entry", Role.SCHOOL_STAFF));
        readings.put("/paper/checks", Reading.listPage("/paper/checks", Role.SCHOOL_OFFICER));
        readings.put("/paper/checks/{decisionId}", Reading.page("/paper/checks/" + entered, Role.SCHOOL_OFFICER));
        readings.put("/paper/intakes/{batchId}", Reading.listPage("/paper/intakes/" + batch, Role.SCHOOL_OFFICER));
        readings.put(
                "/paper/intakes/{batchId}/lines/{line}",
                Reading.listPage(
                        "/paper/intakes/" + batch + "/lines/"
                                + intake.at("/sample/0/line").asInt(),
                        Role.SCHOOL_OFFICER));
        readings.put(
                "/campaigns/{id}/missing",
                new Reading(
                        "/campaigns/" + campaign + "/missing?class=2B", Role.SCHOOL_OFFICER, asking.id(), true, false));
        return readings;
    }

    private void represented() {
        school.post(
                        "/v1/students/" + child.id() + "/representations",
                        Desk.officer(UUID.randomUUID()),
                        Map.of(
                                "represented",
                                child.mother().toString(),
                                "representative",
                                UUID.randomUUID().toString(),
                                "reference",
                                "Tủ 3 / Số 15"))
                .expectStatus()
                .isCreated();
    }

    private void inAnEmergency() {
        school.post(
                        "/v1/emergency-uses",
                        Tokens.system(School.ID),
                        Map.of(
                                "schoolId",
                                School.ID,
                                "studentId",
                                child.id().toString(),
                                "purpose",
                                purpose,
                                "justification",
                                "Học sinh bị sốc phản vệ, cần biết ngay em dị ứng thuốc gì."))
                .expectStatus()
                .isCreated();
    }

    private JsonNode intake() {
        String held = school.publishNamed("Sổ liên lạc");
        List<Map<String, Object>> lines = Stream.generate(() -> school.child(5))
                .limit(12)
                .<Map<String, Object>>map(each -> Map.of(
                        "studentId",
                        each.id().toString(),
                        "purpose",
                        held,
                        "party",
                        each.mother().toString(),
                        "decision",
                        "GIVEN",
                        "expressedOn",
                        LocalDate.of(2025, 9, 5).toString(),
                        "method",
                        "PAPER_FORM",
                        "reference",
                        "HS 12/2025"))
                .toList();
        return School.json(school.post(
                        "/v1/intakes",
                        Desk.officer(UUID.randomUUID()),
                        Map.of("sameContent", true, "lines", new ArrayList<>(lines)))
                .expectStatus()
                .isCreated());
    }

    /** Everything that can be read there, but what the family alone reads and the platform's own pages. */
    private Set<String> addresses(Predicate<Class<?>> handlers) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(mapped -> mapped.getValue().getBeanType().getName().startsWith(CODE))
                .filter(mapped -> mapped.getKey()
                                .getMethodsCondition()
                                .getMethods()
                                .isEmpty()
                        || mapped.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(mapped -> mapped.getKey().getPatternsCondition().getPatterns().stream()
                        .map(PathPattern::getPatternString)
                        .map(StaffLooksIT::plain)
                        .filter(address -> address.contains("{studentId}")
                                || handlers.test(mapped.getValue().getBeanType())))
                .filter(address -> !address.startsWith("/children/")
                        && !address.startsWith("/sitting")
                        && !address.endsWith("looks")
                        && !address.equals("/v1/students/{studentId}/emergency-uses"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a handler's feature can find out about students at all. */
    private static boolean knowsStudents(Class<?> handler) {
        return KNOWING_STUDENTS.contains(feature(handler.getName()));
    }

    private static String feature(String className) {
        return className.substring(CODE.length()).replaceFirst("\\..*", "");
    }

    /** The address without the patterns of its variables. */
    private static String plain(String pattern) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        boolean inPattern = false;
        for (int at : IntStream.range(0, pattern.length()).toArray()) {
            char each = pattern.charAt(at);
            if (each == '{') {
                depth++;
            }
            if (each == ':' && depth == 1) {
                inPattern = true;
            }
            if (each == '}') {
                depth--;
                inPattern = inPattern && depth > 0;
            }
            if (!inPattern) {
                plain.append(each);
            }
        }
        return plain.toString();
    }

    private void read(String path, Role role, UUID viewer) {
        school.get(path, Tokens.bearer(role, viewer, School.ID)).expectStatus().isOk();
    }

    private JsonNode told(String query) {
        return School.json(school.get(
                        "/v1/students/" + child.id() + "/staff-looks" + query,
                        Tokens.bearer(Role.GUARDIAN, child.mother()))
                .expectStatus()
                .isOk());
    }

    private long looks(UUID viewer) {
        return count("select count(*) from staff_look where viewer = '" + viewer + "'");
    }

    private long looksAtChild(UUID viewer) {
        return count("select count(*) from staff_look where viewer = '" + viewer + "' and student_id = '" + child.id()
                + "'");
    }

    private long broken() {
        return count("""
                select count(*) from (
                    select l, coalesce(lag(hash) over (order by seq), ''::bytea) as before
                    from staff_look l where student_id = '%s') chained
                where staff_look_hash(before, l) <> (l).hash""".formatted(child.id()));
    }

    private long count(String statement) {
        return Objects.requireNonNull(
                database.sql(statement).mapValue(Long.class).one().block());
    }

    private void execute(String statement) {
        StepVerifier.create(database.sql(statement).then()).verifyComplete();
    }

    /**
     * How an address is read.
     *
     * @param path with everything filled in
     * @param role as what
     * @param schoolId of which school
     * @param isPage whether a browser reads it
     * @param ofChild whether it shows the child; else it shows somebody
     */
    private record Reading(String path, Role role, String schoolId, boolean isPage, boolean ofChild) {
        static Reading call(String path, Role role) {
            return new Reading(path, role, School.ID, false, true);
        }

        static Reading list(String path, Role role) {
            return new Reading(path, role, School.ID, false, false);
        }

        static Reading page(String path, Role role) {
            return new Reading(path, role, School.ID, true, true);
        }

        static Reading listPage(String path, Role role) {
            return new Reading(path, role, School.ID, true, false);
        }

        void by(UUID viewer, StaffLooksIT test) {
            if (isPage) {
                Portal.page(
                        test.desk.portal().as(role, viewer, schoolId),
                        URI.create(path).toString());
            } else {
                test.school
                        .get(path, Tokens.bearer(role, viewer, schoolId))
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult();
            }
        }
    }
}
