package vn.edu.privacy.consent.check;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.Caller;

/** Who asked about a student, for the family, over HTTP. */
@RestController
class LooksController {
    private final WhoLooked looked;

    LooksController(WhoLooked looked) {
        this.looked = looked;
    }

    @GetMapping("/v1/students/{studentId}/looks")
    Mono<ResponseEntity<Looks>> read(
            @PathVariable UUID studentId,
            @RequestParam(required = false) @Nullable @Size(max = 400) String before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller,
            Locale locale) {
        return looked.at(studentId, caller.requirePerson(), before, limit, locale.getLanguage())
                .map(page -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new Looks(page.looks().stream().map(Item::of).toList(), page.next())));
    }

    /** Answer of {@code GET /v1/students/{studentId}/looks}. */
    record Looks(List<Item> items, @Nullable String next) {}

    /** What one system asked on one day. */
    record Item(
            LocalDate day,
            String schoolId,
            @Nullable String system,
            @Nullable String client,
            long times,
            Instant first,
            Instant last,
            List<ForPurpose> purposes) {
        static Item of(Look look) {
            return new Item(
                    look.day(),
                    look.schoolId(),
                    look.system(),
                    look.client(),
                    look.times(),
                    look.first(),
                    look.last(),
                    look.purposes().stream()
                            .map(each -> new ForPurpose(
                                    each.code(), each.name(), each.permitted(), each.restricted(), each.denied()))
                            .toList());
        }
    }

    /** What was answered for one purpose. */
    record ForPurpose(String purpose, String name, long permitted, long restricted, long denied) {}
}
