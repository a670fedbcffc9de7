package vn.edu.privacy.consent.look;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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

/** Who of the school looked at what stands about a student, for the family, over HTTP. */
@RestController
class StaffLooksController {
    private final WhoViewed viewed;

    StaffLooksController(WhoViewed viewed) {
        this.viewed = viewed;
    }

    @GetMapping("/v1/students/{studentId}/staff-looks")
    Mono<ResponseEntity<Looks>> read(
            @PathVariable UUID studentId,
            @RequestParam(required = false) @Nullable @Min(1) Long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        return viewed.at(studentId, caller.requirePerson(), before, limit)
                .map(page -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new Looks(page.looks(), page.next())));
    }

    /** Answer of {@code GET /v1/students/{studentId}/staff-looks}. */
    record Looks(List<StaffLook> items, @Nullable Long next) {}
}
