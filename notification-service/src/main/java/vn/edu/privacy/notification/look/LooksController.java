package vn.edu.privacy.notification.look;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
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

/** Who looked at a student's requests and data, for the family, over HTTP. */
@RestController
class LooksController {
    private final WhoLooked looked;

    LooksController(WhoLooked looked) {
        this.looked = looked;
    }

    @GetMapping("/v1/students/{studentId}/looks")
    Mono<ResponseEntity<Looks>> read(
            @PathVariable UUID studentId,
            @RequestParam(required = false) @Nullable @Min(1) Long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return looked.at(studentId, caller.requirePerson(), before, limit)
                .map(page -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new Looks(
                                page.looks().stream()
                                        .map(seen -> new Item(
                                                seen.seq(),
                                                seen.at(),
                                                seen.requestId(),
                                                seen.reference(),
                                                seen.by(),
                                                seen.what()))
                                        .toList(),
                                page.next())));
    }

    /** Answer of {@code GET /v1/students/{studentId}/looks}. */
    record Looks(List<Item> items, @Nullable Long next) {}

    /** One look. */
    record Item(long seq, Instant at, UUID requestId, String reference, WhoLooked.By by, Look.What what) {}
}
