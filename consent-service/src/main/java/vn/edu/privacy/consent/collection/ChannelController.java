package vn.edu.privacy.consent.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.collection.CollectionChannel.Kind;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The register of authorised channels over HTTP. */
@RestController
@RequestMapping("/v1/collection-channels")
@Validated
class ChannelController {
    static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";
    static final String SCHOOL = "[a-z0-9-]{2,40}";
    private static final String WORDS = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*";

    private final KeepChannels channels;

    ChannelController(KeepChannels channels) {
        this.channels = channels;
    }

    @GetMapping
    Mono<Answer> list(@RequestParam(required = false) @Nullable @Pattern(regexp = SCHOOL) String schoolId) {
        return channels.list(schoolId).map(Item::of).collectList().map(Answer::new);
    }

    @PutMapping("/{code}")
    Mono<Item> keep(
            @PathVariable @Size(min = 2, max = 60) @Pattern(regexp = CODE) String code,
            @Valid @RequestBody Registration body,
            Caller caller) {
        return channels.keep(
                        new KeepChannels.Wanted(
                                code, body.schoolId(), body.kind(), body.name().byLanguage(), body.address()),
                        answersFor(caller),
                        caller.id())
                .map(Item::of);
    }

    @PostMapping("/{code}/end")
    Mono<Item> end(@PathVariable @Size(min = 2, max = 60) @Pattern(regexp = CODE) String code, Caller caller) {
        return channels.end(code, answersFor(caller), caller.id()).map(Item::of);
    }

    /** The school that the caller answers for; null for the Department. */
    private static @Nullable String answersFor(Caller caller) {
        return caller.is(Role.DEPARTMENT_OFFICER)
                ? null
                : caller.schoolId().orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN));
    }

    /** {@code PUT /v1/collection-channels/{code}}. */
    record Registration(
            @Nullable @Pattern(regexp = SCHOOL) String schoolId,
            @NotNull Kind kind,
            @NotNull @Valid Name name,
            @Nullable @Size(min = 4, max = 500) String address) {}

    /** A name in both languages. */
    record Name(
            @NotNull @Size(max = 200) @Pattern(regexp = WORDS)
            String vi,

            @NotNull @Size(max = 200) @Pattern(regexp = WORDS)
            String en) {
        Map<String, String> byLanguage() {
            return Map.of("vi", vi, "en", en);
        }
    }

    /** A channel. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String code,
            @Nullable String schoolId,
            Kind kind,
            Map<String, String> name,
            @Nullable String host,
            Instant registeredAt,
            @Nullable Instant endedAt) {
        static Item of(CollectionChannel channel) {
            return new Item(
                    channel.code(),
                    channel.schoolId(),
                    channel.kind(),
                    channel.name(),
                    channel.host(),
                    channel.registeredAt(),
                    channel.endedAt());
        }
    }

    /** Those that may be used, ended ones last. */
    record Answer(List<Item> items) {}
}
