package vn.edu.privacy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.DeletionOutcome;
import vn.edu.privacy.notification.request.application.RestrictionOutcome;
import vn.edu.privacy.notification.request.application.WithdrawalOutcome;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.testing.ClockAhead;
import vn.edu.privacy.platform.testing.Rule;
import vn.edu.privacy.platform.testing.Tokens;

/**
 * Whatever happens to a request in whatever order, with its requester, officers, consent-service and holders doing as
 * chance has it: it is never without a running clock or a stated reason, it ends once, and every holder concerned was told
 * each instruction and knows it by one id. {@code -Dschedules=N} tries more.
 */
@Import(ClockAhead.Instead.class)
class RandomSchedulesIT extends RightsCase {
    private static final int SCHEDULES = Integer.getInteger("schedules", 8);
    private static final int STEPS = 14;
    private static final List<String> TYPES =
            List.of("WITHDRAW", "ACCESS", "PROVIDE", "RECTIFY", "DELETE", "RESTRICT", "OBJECT", "COMPLAIN");
    private static final Set<String> ENDED =
            Set.of("COMPLETED", "LIFTED", "AVAILABLE", "EXPIRED", "REFUSED", "ANSWERED", "CANCELLED", "STOPPED");
    /** What an officer has looked at and can do nothing about is told with its reason. */
    private static final Set<String> REASONED = Set.of("NOT_IN_EFFECT", "AWAITING_CONFIRMATION", "LIFTING");

    private static final List<String> GROUNDS =
            List.of("IDENTITY_NOT_PROVEN", "ABUSIVE", "NOT_POSSIBLE", "LAW_PROHIBITS", "NOT_COMPETENT");
    private static long seq = 70_000;

    @Autowired
    private ClockAhead clock;

    @Autowired
    private WithdrawalOutcome withdrawals;

    @Autowired
    private RestrictionOutcome restrictions;

    @Autowired
    private DeletionOutcome deletions;

    @Autowired
    private TransactionalOperator transaction;

    private Random random = new Random();
    private boolean guardianshipEnded;
    private String ended = "";
    private final List<String> done = new ArrayList<>();

    @DynamicPropertySource
    static void soon(DynamicPropertyRegistry registry) {
        registry.add("privacy.withdrawal.patience", () -> "PT0.2S");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    @Rule({"R-DL-01", "R-DL-05", "R-WD-04"})
    void aRequestAlwaysHasAClockOrAReasonAndEndsOnceHavingToldEverybody() {
        for (int schedule = 0; schedule < SCHEDULES; schedule++) {
            random = new Random(schedule);
            String type = TYPES.get(schedule % TYPES.size());
            UUID id = begin(type);
            try {
                for (int step = 0; step < STEPS; step++) {
                    happen(id, type);
                    holds(id);
                }
                carryOn(id, type);
                endedHavingToldEverybody(id, type);
            } catch (AssertionError broken) {
                throw new AssertionError("schedule " + schedule + " " + type + " " + done, broken);
            }
        }
    }

    private UUID begin(String type) {
        clock.reset();
        done.clear();
        ended = "";
        guardianshipEnded = false;
        HOLDERS.reset();
        student = UUID.randomUUID();
        enrol(student, LocalDate.now().minusYears(10));
        motherHasAgreed();
        Reply opened = post(motherToken(), "/v1/requests", asked(type));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        return opened.id();
    }

    private Map<String, Object> asked(String type) {
        Map<String, Object> body = new HashMap<>(Map.of("type", type, "studentId", student));
        switch (type) {
            case "WITHDRAW", "RESTRICT", "OBJECT" -> body.put("purposes", List.of(TRANSPORT));
            case "DELETE" -> {
                body.put("purposes", List.of(TRANSPORT));
                body.put("ground", "NO_LONGER_NEEDED");
                body.put("risksAccepted", true);
            }
            case "RECTIFY" -> {
                body.put("purposes", List.of(TRANSPORT));
                body.put("corrections", List.of(Map.of("category", "pick-up-point", "value", "21 Lê Lai")));
            }
            case "PROVIDE" ->
                body.put(
                        "organisation",
                        Map.of("name", "Phòng GDĐT", "inSector", true, "consentDocument", "GXN-12/2026"));
            case "COMPLAIN" -> body.put("reason", "Nhà trường không trả lời.");
            default -> {}
        }
        return body;
    }

    /** Something that may happen, which is not to say that it is allowed. */
    private void happen(UUID id, String type) {
        String path = "/v1/requests/" + id;
        int what = random.nextInt(20);
        done.add(Integer.toString(what));
        switch (what) {
            case 0, 1 -> tried(post(motherToken(), path + "/confirmation", Map.of("consequencesAcknowledged", true)));
            case 2 -> tried(random.nextInt(3) == 0 ? act(motherToken(), path + "/cancellation", Map.of()) : null);
            case 3, 4 -> tried(act(officerInPerson(), path + "/approval", Map.of()));
            case 5 ->
                tried(post(
                        officerInPerson(),
                        path + "/refusal",
                        Map.of("ground", GROUNDS.get(random.nextInt(GROUNDS.size())), "text", "Vì thế.")));
            case 6 -> tried(post(officerInPerson(), path + "/answer", Map.of("text", "Đã xem.")));
            case 7, 8 ->
                tried(post(
                        officerInPerson(),
                        path + "/questions",
                        Map.of("about", random.nextBoolean() ? "IDENTITY" : "CONTENT", "text", "Bổ sung?")));
            case 9 -> answerQuestion(id);
            case 10 -> tried(post(officerInPerson(), path + "/extension", Map.of("reason", "Nhiều nơi giữ.")));
            case 11 -> tried(post(motherToken(), path + "/appeal", Map.of("text", "Không đồng ý.")));
            case 12 -> decideAppeal(id, random.nextInt(3) > 0);
            case 13 -> release(id);
            case 14 -> consentServiceAnswers(id, random.nextInt(4) > 0);
            case 15 -> clock.forward(Duration.ofHours(1L + random.nextInt(24 * 6)));
            case 16 -> tried(post(random.nextBoolean() ? motherToken() : fatherToken(), "/v1/requests", asked(type)));
            case 17 -> holderIsMoody();
            case 18 -> tried(act(motherToken(), path + "/lifting", Map.of()));
            default -> {
                if (random.nextInt(3) == 0 && !guardianshipEnded) {
                    theMothersGuardianshipEnds();
                } else {
                    hurry(id);
                }
            }
        }
    }

    private static void tried(Reply reply) {
        if (reply != null) {
            assertThat(reply.status()).as(reply.body().toString()).isLessThan(500);
        }
    }

    private void holds(UUID id) {
        // what is moved by others meanwhile is seen by the same statement
        Map<String, Object> seen =
                database.sql("""
                        select r.state,
                            count(c.*) filter (where c.met_at is null and c.code not in ('ACKNOWLEDGE', 'APPEAL')) as open,
                            count(c.*) filter (where c.met_at is null and c.paused_at is not null
                                and c.code not in ('ACKNOWLEDGE', 'APPEAL')) as paused,
                            (select count(*) from request_question q
                                where q.request_id = r.id and q.closed_at is null and q.pauses) as asked
                        from request r left join request_clock c on c.request_id = r.id where r.id = :id group by r.id""").bind("id", id).fetch().one().block();
        String state = String.valueOf(seen.get("state"));
        long open = (Long) seen.get("open");
        boolean over = ENDED.contains(state);
        if (!over && !REASONED.contains(state)) {
            assertThat(open).as("a clock runs while %s: %s", state, seen).isPositive();
        }
        if ((Long) seen.get("paused") > 0) {
            assertThat((Long) seen.get("asked"))
                    .as("what stands still waits for an answer: %s", seen)
                    .isPositive();
        }
        if (over && !Set.of("AVAILABLE", "EXPIRED").contains(state)) {
            assertThat(open).as("no clock runs for what is over: %s", seen).isZero();
        }
        if (!ended.isEmpty() && over) {
            assertThat(state)
                    .as("one outcome, but for data whose time to be seen is over")
                    .isEqualTo(ended.equals("AVAILABLE") && state.equals("EXPIRED") ? "EXPIRED" : ended);
        }
        ended = over ? state : "";
    }

    /** From here on everybody does what is to be done. */
    private void carryOn(UUID id, String type) {
        HOLDERS.reset();
        if (type.equals("PROVIDE") || guardianshipEnded) {
            done.add("…");
        }
        String path = "/v1/requests/" + id;
        for (int turn = 0; turn < 60 && !isOver(id); turn++) {
            answerQuestion(id);
            tried(post(motherToken(), path + "/confirmation", Map.of("consequencesAcknowledged", true)));
            consentServiceAnswers(id, true);
            tried(act(officerInPerson(), path + "/approval", Map.of()));
            tried(post(officerInPerson(), path + "/answer", Map.of("text", "Đã xem.")));
            hurry(id);
            release(id);
            if (state(id).equals("NOT_IN_EFFECT") || turn == 50) {
                tried(post(officerInPerson(), path + "/refusal", Map.of("ground", "NOT_POSSIBLE", "text", "Vì thế.")));
            }
            if (guardianshipEnded && state(id).equals("AWAITING_CONFIRMATION")) {
                awaitState(officer(SCHOOL), id, "STOPPED");
            }
            holds(id);
        }
    }

    private boolean isOver(UUID id) {
        String state = state(id);
        boolean waits = count("select count(*) from instruction where request_id = '" + id
                        + "' and state not in ('STOPPED', 'RESTRICTED', 'LIFTED', 'ERASED', 'RECTIFIED', 'SUPERSEDED',"
                        + " 'NOT_DONE')")
                > 0;
        return !waits && ENDED.contains(state);
    }

    private void endedHavingToldEverybody(UUID id, String type) {
        assertThat(isOver(id))
                .as(
                        "%s ended: %s",
                        type, get(officer(SCHOOL), "/v1/requests/" + id).body())
                .isTrue();
        List<Map<String, Object>> instructions = database.sql(
                        "select id, holder, state, attempts from instruction where request_id = '" + id + "'")
                .fetch()
                .all()
                .collectList()
                .block();
        for (Map<String, Object> each : instructions) {
            String instruction = String.valueOf(each.get("id"));
            List<String> bodies = HOLDERS.putAs(instruction);
            boolean put =
                    each.get("state").equals("SUPERSEDED") || each.get("state").equals("NOT_DONE");
            if (!put) {
                assertThat((Integer) each.get("attempts"))
                        .as("told at least once: %s", each)
                        .isPositive();
            }
            assertThat(bodies.stream().distinct().toList())
                    .as("known by its id, it is done once")
                    .hasSizeLessThanOrEqualTo(1);
        }
        assertThat(instructions.stream().map(each -> each.get("id")).collect(Collectors.toSet()))
                .hasSameSizeAs(instructions);
    }

    private void answerQuestion(UUID id) {
        long number = count("select coalesce(max(number), 0)::bigint from request_question where request_id = '" + id
                + "' and closed_at is null");
        if (number > 0) {
            tried(post(
                    motherToken(),
                    "/v1/requests/" + id + "/questions/" + number + "/answer",
                    Map.of("text", "Đây ạ.")));
        }
        if (guardianshipEnded) {
            // nobody may answer any more: the time to do so passes
            clock.forward(Duration.ofDays(number > 0 ? 11 : 0));
            if (number > 0) {
                awaitRow("select count(*) from request_question where closed_at is not null and number = " + number
                        + " and request_id = '" + id + "'");
            }
        }
    }

    private void decideAppeal(UUID id, boolean allowed) {
        tried(post(
                Tokens.bearer(Role.HEAD_OF_UNIT, UUID.randomUUID(), SCHOOL),
                "/v1/requests/" + id + "/appeal/decision",
                Map.of("allowed", allowed, "text", "Đã xét.")));
    }

    @Override
    void release(UUID id) {
        String officer = secondOfficer();
        if (get(officer, "/v1/requests/" + id + "/gathered-data").status() == 200) {
            tried(post(officer, "/v1/requests/" + id + "/release", Map.of("items", List.of())));
        }
    }

    private void consentServiceAnswers(UUID id, boolean yes) {
        Instant at = clock.instant();
        String no = "NEWER_DECISION";
        Mono<Void> answer = switch (type(id) + " " + state(id)) {
            case "WITHDRAW RECEIVED", "WITHDRAW NOT_IN_EFFECT" ->
                yes ? withdrawals.applied(id, TRANSPORT, at) : withdrawals.refused(id, TRANSPORT, no, at);
            case "RESTRICT RECEIVED", "OBJECT RECEIVED" ->
                yes ? restrictions.restricted(id, TRANSPORT, at) : restrictions.notRestricted(id, TRANSPORT, no, at);
            case "RESTRICT LIFTING", "OBJECT LIFTING" ->
                yes ? restrictions.lifted(id, TRANSPORT, at) : restrictions.notLifted(id, TRANSPORT, no, at);
            case "DELETE APPROVED" ->
                yes ? deletions.erased(id, TRANSPORT, at) : deletions.notErased(id, TRANSPORT, no, at);
            default -> Mono.empty();
        };
        answer.as(transaction::transactional).block(Duration.ofSeconds(20));
        if (random.nextInt(3) == 0) {
            // told twice
            answer.as(transaction::transactional).block(Duration.ofSeconds(20));
        }
    }

    private void holderIsMoody() {
        switch (random.nextInt(4)) {
            case 0 -> HOLDERS.fails(HoldersStandIn.BUS, 503);
            case 1 -> HOLDERS.answersInstructions(HoldersStandIn.BUS, "RECEIVED");
            case 2 -> HOLDERS.knowsNothing(HoldersStandIn.BUS);
            default -> HOLDERS.reset();
        }
    }

    private void hurry(UUID id) {
        database.sql(
                        "update instruction set next_attempt_at = now() where next_attempt_at > now() + interval '31 seconds'"
                                + " or (state in ('REFUSED', 'SILENT', 'TOLD') and next_attempt_at is not null)")
                .then()
                .block();
        database.sql("update gathering set next_attempt_at = now() where attempts > 0 and request_id = '" + id + "'")
                .then()
                .block();
    }

    private void theMothersGuardianshipEnds() {
        guardianshipEnded = true;
        database.sql("update known_guardian set in_force_until = $1 where person_id = $2 and student_id = $3")
                .bind(0, LocalDate.now().minusDays(1))
                .bind(1, mother)
                .bind(2, student)
                .then()
                .block();
    }

    private void motherHasAgreed() {
        tell(decision("GIVEN", seq++));
        awaitRow("select count(*) from known_decision where decision = 'GIVEN' and student_id = '" + student + "'");
    }

    private String fatherToken() {
        return Tokens.bearer(Role.GUARDIAN, father);
    }

    private String state(UUID id) {
        return text("select state from request where id = '" + id + "'");
    }

    private String type(UUID id) {
        return text("select type from request where id = '" + id + "'");
    }

    private String text(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(String.class).one().block());
    }
}
