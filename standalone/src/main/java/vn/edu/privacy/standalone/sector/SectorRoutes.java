package vn.edu.privacy.standalone.sector;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.standalone.demo.DemoPerson;
import vn.edu.privacy.standalone.demo.DemoStudent;
import vn.edu.privacy.standalone.demo.DemoWorld;
import vn.edu.privacy.standalone.parts.MailSink;

/** Finds the answer to a request of the stand-in. */
final class SectorRoutes {

    static final int PAGE_SIZE = 100;

    /** What {@code aud} of a token must name, as data-holder.yaml says. */
    private static final String AUDIENCE = "data-holders";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ROSTER = Pattern.compile("/roster/schools/([a-z0-9-]{2,40})/students");
    private static final Pattern HOLDER = Pattern.compile("/(sector-database|sao-mai-transport)/v1/(.+)");
    private static final Pattern INSTRUCTION = Pattern.compile("instructions/([0-9a-fA-F-]{36})");

    private final SectorStore store;
    private final Bearers bearers;
    private final Signatures signatures;
    private final SectorInstructions instructions;
    private final Supplier<List<MailSink.Mail>> mails;
    private final PhoneSink phones;
    private final Clock clock;

    SectorRoutes(
            SectorStore store,
            Bearers bearers,
            Signatures signatures,
            Duration takes,
            Supplier<List<MailSink.Mail>> mails,
            PhoneSink phones,
            Clock clock) {
        this.store = store;
        this.bearers = bearers;
        this.signatures = signatures;
        this.instructions = new SectorInstructions(store, takes, clock);
        this.mails = mails;
        this.phones = phones;
        this.clock = clock;
    }

    /** @param signature of the holder under an answer to an instruction; null under any other */
    record Answer(
            int status,
            String contentType,
            String body,
            @Nullable String signature) {

        Answer(int status, String contentType, String body) {
            this(status, contentType, body, null);
        }

        static Answer ok(Object body) {
            return new Answer(200, "application/json", JSON.writeValueAsString(body));
        }

        static Answer problem(int status, String slug, String title) {
            return new Answer(
                    status,
                    "application/problem+json",
                    JSON.writeValueAsString(Map.of("type", "/problems/" + slug, "title", title, "status", status)));
        }
    }

    Answer answer(Request request) {
        URI address = URI.create(request.getUrl());
        String path = address.getPath();
        if (path.equals("/mail")) {
            return MailPage.of(mails.get());
        }
        if (path.equals("/phone")) {
            return PhonePage.of(phones.received());
        }
        Answer gateway = phones.answer(path, request);
        if (gateway != null) {
            return gateway;
        }
        Matcher roster = ROSTER.matcher(path);
        if (roster.matches()) {
            return guarded(request, null, "roster-system", () -> roster(roster.group(1), page(address.getQuery())));
        }
        Matcher holder = HOLDER.matcher(path);
        if (holder.matches()) {
            return guarded(request, AUDIENCE, "holder-client", () -> signed(holder.group(1), holder.group(2), request));
        }
        return notFound();
    }

    private Answer guarded(Request request, @Nullable String audience, String role, Supplier<Answer> answer) {
        return switch (bearers.judge(request.getHeader("Authorization"), audience, role)) {
            case UNKNOWN -> Answer.problem(401, "unauthenticated", "A bearer token of the realm for this is needed");
            case WITHOUT_ROLE -> Answer.problem(403, "forbidden", "The token lacks the role " + role);
            case GOOD -> {
                try {
                    yield answer.get();
                } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
                    yield Answer.problem(400, "malformed-request", "The request cannot be read");
                }
            }
        };
    }

    private static int page(String query) {
        Matcher page = Pattern.compile("(?:^|&)page=(\\d{1,6})(?:&|$)").matcher(query == null ? "" : query);
        return page.find() ? Integer.parseInt(page.group(1)) : 0;
    }

    private Answer roster(String schoolId, int page) {
        if (!DemoWorld.SCHOOLS.contains(schoolId)) {
            return notFound();
        }
        List<DemoStudent> all = store.world().studentsOf(schoolId);
        int from = Math.min(all.size(), page * PAGE_SIZE);
        int to = Math.min(all.size(), from + PAGE_SIZE);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("schoolId", schoolId);
        answer.put("page", page);
        answer.put("pages", (all.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        answer.put("asOf", clock.instant().toString());
        answer.put(
                "students",
                all.subList(from, to).stream().map(SectorRoutes::rosterLine).toList());
        return Answer.ok(answer);
    }

    private static Map<String, Object> rosterLine(DemoStudent student) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("sectorId", student.sectorId());
        line.put("name", student.person().name());
        if (student.birthDate() != null) {
            line.put("birthDate", student.birthDate());
        }
        line.put("birthDateSource", student.birthDateSource());
        line.put("className", student.className());
        line.put("personId", student.person().personId());
        line.put("enrolledFrom", student.enrolledFrom());
        line.put("guardians", student.guardians());
        return line;
    }

    /** Answers only what the platform signed for this holder, and signs what it answers to an instruction. */
    private Answer signed(String holder, String call, Request request) {
        byte[] body = request.getBody() == null ? new byte[0] : request.getBody();
        return signatures
                .call(
                        request.getHeader(Signatures.REQUEST),
                        holder,
                        request.getMethod().getName(),
                        "/v1/" + call,
                        body)
                .map(id -> {
                    Answer answer = holder(holder, call, request);
                    Matcher instruction = INSTRUCTION.matcher(call);
                    return answer.status() == 200 && instruction.matches()
                            ? new Answer(
                                    answer.status(),
                                    answer.contentType(),
                                    answer.body(),
                                    signatures.sign(
                                            holder,
                                            id,
                                            instruction.group(1),
                                            answer.body().getBytes(StandardCharsets.UTF_8)))
                            : answer;
                })
                .orElseGet(() -> Answer.problem(401, "not-signed", "The platform's signature for this is needed"));
    }

    private Answer holder(String holder, String call, Request request) {
        Matcher instruction = INSTRUCTION.matcher(call);
        if (instruction.matches()) {
            return instructions.answer(holder, UUID.fromString(instruction.group(1)), request);
        }
        if (!request.getMethod().equals(RequestMethod.POST)) {
            return notFound();
        }
        JsonNode body = JSON.readTree(request.getBody());
        return switch (call) {
            case "personal-data/queries" -> personalData(holder, body);
            case "people/queries" -> people(ids(body, "personIds"));
            case "students/queries" -> students(ids(body, "studentIds"));
            default -> notFound();
        };
    }

    private Answer personalData(String holder, JsonNode body) {
        UUID studentId = UUID.fromString(required(body, "studentId"));
        List<String> categories = texts(body, "dataCategories");
        return store.student(studentId)
                .map(student -> Answer.ok(Map.of(
                        "studentId", studentId,
                        "items", PersonalData.of(holder, student, categories, done(holder, studentId)),
                        "asOf", clock.instant().toString())))
                .or(() -> GuardianData.of(holder, studentId, store)
                        .map(guardian -> Answer.ok(Map.of(
                                "studentId",
                                studentId,
                                "items",
                                new GuardianData(guardian, done(holder, studentId)).items(categories),
                                "asOf",
                                clock.instant().toString()))))
                .orElseGet(SectorRoutes::notFound);
    }

    /** What a holder was told about somebody and has done, oldest first. */
    private List<SectorStore.Instruction> done(String holder, UUID about) {
        return store.instructions(holder, about).stream()
                .filter(instructions::isDone)
                .toList();
    }

    private Answer people(List<UUID> ids) {
        return Answer.ok(Map.of(
                "people",
                ids.stream()
                        .flatMap(id -> store.person(id).stream())
                        .map(this::reached)
                        .toList()));
    }

    private Map<String, Object> reached(DemoPerson person) {
        Map<String, Object> known =
                new HashMap<>(new GuardianData(person, done("sector-database", person.personId())).contact());
        known.computeIfPresent("phone", (field, phone) -> international(String.valueOf(phone)));
        known.put("personId", person.personId());
        known.put("name", person.name());
        known.put("language", person.language());
        return known;
    }

    /** A number of this country as gateways take it, with the country's code instead of the first 0. */
    private static String international(String phone) {
        return phone.startsWith("0") ? "+84" + phone.substring(1) : phone;
    }

    private Answer students(List<UUID> ids) {
        List<Map<String, Object>> found = new ArrayList<>();
        for (UUID id : ids) {
            store.student(id)
                    .ifPresent(student -> found.add(Map.of(
                            "studentId", id, "name", student.person().name(), "className", student.className())));
        }
        return Answer.ok(Map.of("students", found));
    }

    static String required(JsonNode body, String field) {
        String text = body.path(field).asString("");
        if (text.isBlank()) {
            throw new IllegalArgumentException(field);
        }
        return text;
    }

    private static List<UUID> ids(JsonNode body, String field) {
        return texts(body, field).stream().map(UUID::fromString).toList();
    }

    static List<String> texts(JsonNode body, String field) {
        List<String> texts = new ArrayList<>();
        body.path(field).forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    static Answer notFound() {
        return Answer.problem(404, "not-found", "Nothing of this name is here");
    }
}
