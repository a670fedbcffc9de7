package vn.edu.privacy.notification.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.HolderLine.Settlement;
import vn.edu.privacy.notification.access.LeftOut;
import vn.edu.privacy.notification.access.ReleaseData;
import vn.edu.privacy.notification.access.ReleaseRefused;
import vn.edu.privacy.notification.access.Review;
import vn.edu.privacy.notification.access.ReviewData;
import vn.edu.privacy.notification.access.SettleHolder;
import vn.edu.privacy.notification.request.Readers;
import vn.edu.privacy.notification.request.application.GatherAgain;
import vn.edu.privacy.notification.request.application.Officer;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.Reader;
import vn.edu.privacy.notification.request.application.RequestDetails;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** An officer looks through what was gathered, takes out what is about others, and releases it to the requester. */
@Controller
class ReleasePage {
    private static final Pattern ITEM = Pattern.compile("item\\.([a-z0-9-]{2,60})\\.([0-9]{1,3})");
    private static final List<LeftOut> GROUNDS =
            Arrays.stream(LeftOut.values()).filter(LeftOut::isOfficers).toList();

    private final ReadRequests requests;
    private final ReviewData reviewing;
    private final ReleaseData releasing;
    private final GatherAgain gathering;
    private final SettleHolder settling;
    private final GatheredWords gathered;
    private final Words words;

    ReleasePage(
            ReadRequests requests,
            ReviewData reviewing,
            ReleaseData releasing,
            GatherAgain gathering,
            SettleHolder settling,
            GatheredWords gathered,
            Words words) {
        this.requests = requests;
        this.reviewing = reviewing;
        this.releasing = releasing;
        this.gathering = gathering;
        this.settling = settling;
        this.gathered = gathered;
        this.words = words;
    }

    /** Who approved a request with sensitive data in it reads that a second officer is needed, and none of the data. */
    @GetMapping(Paths.RELEASE)
    Mono<Rendering> show(@PathVariable UUID id, Caller caller, Locale locale) {
        Officer officer = Readers.officer(caller);
        return requests.one(id, new Reader(null, officer))
                .flatMap(details -> reviewing
                        .look(id, officer)
                        .map(Optional::of)
                        .onErrorResume(
                                ReleaseRefused.class,
                                refused -> refused.reason() == ReleaseRefused.Reason.SECOND_OFFICER_NEEDED
                                        ? Mono.just(Optional.empty())
                                        : Mono.error(refused))
                        .map(review -> page(details, review, locale)));
    }

    private Rendering page(RequestDetails details, Optional<Review> review, Locale locale) {
        return Rendering.view("release")
                .header("Cache-Control", "no-store")
                .modelAttribute("request", words.of(details, null, locale))
                .modelAttribute("second", review.isEmpty())
                .modelAttribute("grounds", GROUNDS)
                .modelAttribute(
                        "answers",
                        review.map(Review::answers).orElse(List.of()).stream()
                                .map(answer -> gathered.reviewed(answer, locale))
                                .toList())
                .build();
    }

    /** These forms stand on another page: at their own address a reload leads to the request. */
    @GetMapping({Paths.GATHERING, Paths.SETTLEMENT})
    Rendering back(@PathVariable UUID id) {
        return Rendering.redirectTo(Paths.handling(id)).build();
    }

    @PostMapping(Paths.RELEASE)
    Mono<Rendering> release(@PathVariable UUID id, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> releasing.release(id, Readers.officer(caller), OfficerPage.version(form), ruled(form)))
                .thenReturn(Rendering.redirectTo(Paths.handling(id)).build());
    }

    @PostMapping(Paths.GATHERING)
    Mono<Rendering> askAgain(@PathVariable UUID id, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> gathering.gather(id, Readers.officer(caller), OfficerPage.version(form)))
                .thenReturn(Rendering.redirectTo(Paths.handling(id)).build());
    }

    @PostMapping(Paths.SETTLEMENT)
    Mono<Rendering> settle(@PathVariable UUID id, Caller caller, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> settling.settle(
                        id,
                        Readers.officer(caller),
                        OfficerPage.version(form),
                        String.valueOf(form.getFirst("holder")),
                        chosen(Settlement.values(), form.getFirst("settlement"), "settlement")))
                .thenReturn(Rendering.redirectTo(Paths.handling(id)).build());
    }

    private static List<ReleaseData.Ruling> ruled(MultiValueMap<String, String> form) {
        List<ReleaseData.Ruling> rulings = new ArrayList<>();
        form.toSingleValueMap().forEach((field, value) -> {
            Matcher item = ITEM.matcher(field);
            if (item.matches()) {
                List<String> words = words(form, "words" + field.substring("item".length()));
                LeftOut reason = value.isEmpty() ? null : chosen(GROUNDS.toArray(LeftOut[]::new), value, field);
                rulings.add(new ReleaseData.Ruling(item.group(1), Integer.parseInt(item.group(2)), reason, words));
            }
        });
        return rulings;
    }

    private static List<String> words(MultiValueMap<String, String> form, String field) {
        String written = form.getFirst(field);
        return written == null
                ? List.of()
                : written.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static <E extends Enum<E>> E chosen(E[] values, @Nullable String name, String field) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.of(CommonProblems.MALFORMED_REQUEST).field(field));
    }
}
