package vn.edu.privacy.notification.oversight.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.oversight.application.ReportHandling;
import vn.edu.privacy.platform.identity.Caller;

/** Oversight by figures. */
@RestController
class OversightController {
    private final ReportHandling reporting;

    OversightController(ReportHandling reporting) {
        this.reporting = reporting;
    }

    @GetMapping("/v1/oversight/requests")
    Mono<OversightResponse> requests(
            @RequestParam(required = false) @Min(2023) @Max(2100) @Nullable Integer year, Caller caller) {
        return reporting
                .report(year, OversightReaders.unit(caller), OversightReaders.isExact(caller))
                .map(OversightResponse::of);
    }
}
