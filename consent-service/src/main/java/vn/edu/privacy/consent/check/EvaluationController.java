package vn.edu.privacy.consent.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.check.EvaluationRequests.Action;
import vn.edu.privacy.consent.check.EvaluationRequests.Data;
import vn.edu.privacy.consent.check.EvaluationRequests.Means;
import vn.edu.privacy.consent.check.EvaluationRequests.Options;
import vn.edu.privacy.consent.check.EvaluationRequests.Part;
import vn.edu.privacy.consent.check.EvaluationRequests.Resource;
import vn.edu.privacy.consent.check.EvaluationRequests.Semantic;
import vn.edu.privacy.consent.check.EvaluationRequests.Several;
import vn.edu.privacy.consent.check.EvaluationRequests.Single;
import vn.edu.privacy.consent.check.EvaluationRequests.Subject;
import vn.edu.privacy.consent.check.Handling.Operation;
import vn.edu.privacy.consent.consent.application.EntryTexts;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.page.PortalProperties;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;
import vn.edu.privacy.platform.time.Ids;

/**
 * The checks as OpenID AuthZEN Authorization API 1.0 asks them, for gateways that speak it: the same decision, the same
 * log. A gateway that asks for a client behind it names that client as the subject; either of them disconnected, and the
 * answer is no (letter 8343/SGDĐT-VP par. 3.4).
 */
@RestController
class EvaluationController {
    static final ProblemType NOT_EVALUATED = new ProblemType("not-evaluated", 400);
    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final String REQUEST_ID = "X-Request-ID";
    private static final int AT_ONCE = 8;

    private final Checks checks;
    private final EntryTexts conditions;
    private final MessageSource texts;
    private final String address;

    EvaluationController(Checks checks, EntryTexts conditions, MessageSource texts, PortalProperties portal) {
        this.checks = checks;
        this.conditions = conditions;
        this.texts = texts;
        this.address = portal.consentUrl();
    }

    /** Where to ask (section 9). */
    @GetMapping("/.well-known/authzen-configuration")
    Configuration configuration() {
        return new Configuration(address, address + "/access/v1/evaluation", address + "/access/v1/evaluations");
    }

    @PostMapping("/access/v1/evaluation")
    Mono<ResponseEntity<Decision>> one(
            @Valid @RequestBody Single body,
            @RequestHeader(name = REQUEST_ID, required = false) @Nullable String requestId,
            Caller caller) {
        return decide(body.subject(), body.action(), body.resource(), caller)
                .map(decision -> answer(requestId).body(decision));
    }

    @PostMapping("/access/v1/evaluations")
    Mono<ResponseEntity<Object>> several(
            @Valid @RequestBody Several body,
            @RequestHeader(name = REQUEST_ID, required = false) @Nullable String requestId,
            Caller caller) {
        List<Part> parts = body.evaluations();
        if (parts == null || parts.isEmpty()) {
            return decide(body.subject(), body.action(), body.resource(), caller)
                    .map(decision -> answer(requestId).body(decision));
        }
        Semantic semantic =
                Optional.ofNullable(body.options()).map(Options::semantic).orElse(Semantic.EXECUTE_ALL);
        Flux<Decision> decisions = Flux.fromIterable(parts)
                .flatMapSequential(
                        part -> decideOrSayWhyNot(body, part, caller),
                        semantic == Semantic.EXECUTE_ALL ? AT_ONCE : 1,
                        1);
        return (switch (semantic) {
                    case EXECUTE_ALL -> decisions;
                    case DENY_ON_FIRST_DENY -> decisions.takeUntil(decision -> !decision.decision());
                    case PERMIT_ON_FIRST_PERMIT -> decisions.takeUntil(Decision::decision);
                })
                .collectList()
                .map(all -> answer(requestId).body(new Decisions(all)));
    }

    /** What is wrong with one of several denies that one (section 7.2.1). */
    private Mono<Decision> decideOrSayWhyNot(Several defaults, Part part, Caller caller) {
        return Mono.defer(() -> decide(
                        part.subject() == null ? defaults.subject() : part.subject(),
                        part.action() == null ? defaults.action() : part.action(),
                        part.resource() == null ? defaults.resource() : part.resource(),
                        caller))
                .onErrorResume(
                        ProblemException.class,
                        wrong -> Mono.just(new Decision(
                                false,
                                Map.of(
                                        "error",
                                        new Fault(
                                                wrong.type().status(),
                                                wrong.type().slug(),
                                                wrong.field())))));
    }

    private Mono<Decision> decide(
            @Nullable Subject subject, @Nullable Action action, @Nullable Resource resource, Caller caller) {
        if (subject == null || action == null || resource == null) {
            throw notEvaluated(subject == null ? "subject" : action == null ? "action" : "resource");
        }
        Data data = resource.properties() == null ? Data.NONE : resource.properties();
        String purpose = data.purpose();
        if (purpose == null) {
            throw notEvaluated("resource.properties.purpose");
        }
        String school = Optional.ofNullable(data.schoolId())
                .or(caller::schoolId)
                .orElseThrow(() -> notEvaluated("resource.properties.schoolId"));
        UUID student = student(resource);
        Handling handling = CheckController.handling(school, means(action), caller);
        UUID checkId = Ids.next();
        return checks.answer(new Question(
                        checkId,
                        caller.id(),
                        caller.clientId().orElse(null),
                        subject.isClient() ? subject.id() : null,
                        school,
                        List.of(student),
                        List.of(purpose),
                        data.dataCategories(),
                        handling))
                .map(List::getFirst)
                .flatMap(cell -> conditions
                        .read(cell.studentId(), cell.conditionalOn())
                        .map(said -> decision(cell, said, checkId)));
    }

    private static CheckRequests.HandlingRequest means(Action action) {
        Means means = action.properties() == null ? Means.OWN : action.properties();
        return new CheckRequests.HandlingRequest(
                switch (action.name()) {
                    case "collect" -> Operation.COLLECT;
                    case "share" -> Operation.SHARE;
                    default -> throw notEvaluated("action.name");
                },
                means.channel(),
                means.channelAddress(),
                means.recipient(),
                means.route());
    }

    private static UUID student(Resource resource) {
        if (!resource.type().equals("student-data")) {
            throw notEvaluated("resource.type");
        }
        try {
            return UUID.fromString(resource.id());
        } catch (IllegalArgumentException notAnId) {
            throw notEvaluated("resource.id");
        }
    }

    private Decision decision(Cell cell, List<String> said, UUID checkId) {
        String code = "check." + cell.reason();
        return new Decision(
                cell.answer().equals("PERMIT"),
                new Why(
                        cell.reason(),
                        cell.reason().article(cell.basis()),
                        Map.of(
                                "vi", texts.getMessage(code, null, VIETNAMESE),
                                "en", texts.getMessage(code, null, Locale.ENGLISH)),
                        cell.granted(),
                        said,
                        cell.consentEnds(),
                        checkId));
    }

    private static ProblemException notEvaluated(String field) {
        return ProblemException.of(NOT_EVALUATED).field(field);
    }

    private static ResponseEntity.BodyBuilder answer(@Nullable String requestId) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        // section 10.1.3: the caller's own, so that it finds the pair again
        return requestId == null ? answer : answer.header(REQUEST_ID, requestId);
    }

    /** Where a policy enforcement point asks. */
    record Configuration(
            @JsonProperty("policy_decision_point") String decisionPoint,
            @JsonProperty("access_evaluation_endpoint") String evaluation,
            @JsonProperty("access_evaluations_endpoint") String evaluations) {}

    /** One answer; anything but a permit is no. */
    record Decision(boolean decision, Object context) {}

    /** The answers in the order asked. */
    record Decisions(List<Decision> evaluations) {}

    /**
     * Why, and what may be handled.
     *
     * @param id the reason, as {@code POST /v1/checks} has it
     * @param article its source
     * @param reasonUser the reason in words, by language
     * @param dataCategories which data
     * @param conditions what the parties said it depends on (Decree 13 art. 11.7)
     * @param consentEnds when a permit ends by itself
     * @param checkId names the line in the log
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(
            Reason id,
            @Nullable String article,
            @JsonProperty("reason_user") Map<String, String> reasonUser,
            List<String> dataCategories,
            List<String> conditions,
            @Nullable Instant consentEnds,
            UUID checkId) {}

    /** What is wrong with one of several, and where. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(int status, String message, @Nullable String field) {}
}
