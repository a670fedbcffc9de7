package vn.edu.privacy.notification.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.HeldData.Item;
import vn.edu.privacy.notification.access.UnusableAnswer.Reason;
import vn.edu.privacy.notification.holder.HolderClients;

/**
 * Asks a holder what it holds about a student, by the data-holder API. Nothing it sends is taken on trust: not its
 * length, not its form, not about whom it is; and how to reach other people is taken out at once.
 */
@Component
class HeldDataQuery {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_VALUE = 4000;
    private static final int MOST_ITEMS = 1000;

    private final HolderClients clients;
    private final Clock clock;
    private final Duration patience;

    HeldDataQuery(
            HolderClients clients, Clock clock, @Value("${privacy.access.holder-timeout:PT10S}") Duration patience) {
        this.clients = clients;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * What it holds; nothing when it does not know the student. Fails with {@link UnusableAnswer}.
     *
     * @param takenOut takes out of an item what its reader must not see
     */
    Mono<HeldData> of(String holder, UUID studentId, UnaryOperator<Item> takenOut) {
        return clients.client(holder)
                .post()
                .uri("/v1/personal-data/queries")
                .bodyValue(Map.of("studentId", studentId, "dataCategories", List.of()))
                .retrieve()
                .bodyToMono(Answer.class)
                .switchIfEmpty(Mono.error(() -> new UnusableAnswer(Reason.UNREADABLE, "nothing")))
                .map(answer -> read(answer, holder, studentId, takenOut))
                .onErrorResume(
                        WebClientResponseException.NotFound.class,
                        unknown -> Mono.just(new HeldData(holder, clock.instant(), List.of())))
                // of the whole answer: a holder that sends a byte now and then does not hold up the others
                .timeout(patience)
                .onErrorMap(failure -> !(failure instanceof UnusableAnswer), HeldDataQuery::unusable);
    }

    private static HeldData read(Answer answer, String holder, UUID studentId, UnaryOperator<Item> takenOut) {
        if (!studentId.equals(answer.studentId())) {
            throw new UnusableAnswer(Reason.WRONG_STUDENT, "not the one asked for");
        }
        List<@Nullable Sent> sent = answer.items();
        if (sent == null || answer.asOf() == null) {
            throw new UnusableAnswer(Reason.UNREADABLE, "items or asOf missing");
        }
        if (sent.size() > MOST_ITEMS) {
            throw new UnusableAnswer(Reason.TOO_LARGE, sent.size() + " items");
        }
        return new HeldData(
                holder,
                answer.asOf(),
                sent.stream().map(HeldDataQuery::item).map(takenOut).toList());
    }

    private static Item item(@Nullable Sent sent) {
        String category = sent == null ? null : sent.category();
        String value = sent == null ? null : sent.value();
        if (sent == null || category == null || value == null || !isCode(category)) {
            throw new UnusableAnswer(Reason.UNREADABLE, "an item against the contract");
        }
        if (value.length() > LONGEST_VALUE) {
            throw new UnusableAnswer(Reason.TOO_LARGE, "a value of " + value.length() + " characters");
        }
        return new Item(category, label(sent.label()), value, sent.aboutOther(), null);
    }

    private static boolean isCode(String category) {
        return category.length() <= LONGEST_CODE && CODE.matcher(category).matches();
    }

    private static Map<String, String> label(@Nullable Map<String, @Nullable String> sent) {
        Map<String, String> label = new HashMap<>();
        (sent == null ? Map.<String, @Nullable String>of() : sent).forEach((language, text) -> {
            if (text == null || text.isBlank() || text.length() > LONGEST_LABEL) {
                throw new UnusableAnswer(Reason.UNREADABLE, "a label against the contract");
            }
            label.put(language, text);
        });
        if (!label.containsKey("vi")) {
            throw new UnusableAnswer(Reason.UNREADABLE, "an item without a Vietnamese label");
        }
        return label;
    }

    private static UnusableAnswer unusable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataBufferLimitException) {
                return new UnusableAnswer(Reason.TOO_LARGE, failure);
            }
            if (cause instanceof TimeoutException || cause instanceof WebClientRequestException) {
                return new UnusableAnswer(Reason.NO_ANSWER, failure);
            }
        }
        return failure instanceof WebClientResponseException answered
                        && answered.getStatusCode().value() >= HttpStatus.BAD_REQUEST.value()
                ? new UnusableAnswer(Reason.REFUSED, failure)
                : new UnusableAnswer(Reason.UNREADABLE, failure);
    }

    /** Answer of {@code POST /v1/personal-data/queries}; what later releases of a holder add is not read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(
            @Nullable UUID studentId,
            @Nullable List<@Nullable Sent> items,
            @Nullable Instant asOf) {}

    /** One of its items. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Sent(
            @Nullable String category,
            @Nullable Map<String, @Nullable String> label,
            @Nullable String value,
            @Nullable Boolean aboutOther) {}
}
