package vn.edu.privacy.consent.checkpoint;

import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** The ledger for {@code verify-ledger}, line by line. */
@RestController
class ExportController {
    private static final int LINES_AT_A_TIME = 200;

    private final ExportLedger ledger;

    ExportController(ExportLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping(path = "/v1/ledger/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<ResponseEntity<Flux<String>>> all(@RequestParam(defaultValue = "1") @Min(1) long since) {
        return answer(ledger.begun(), ledger.all(since));
    }

    @GetMapping(path = "/v1/students/{studentId}/ledger/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Mono<ResponseEntity<Flux<String>>> one(@PathVariable UUID studentId) {
        return answer(ledger.covers(studentId), ledger.one(studentId));
    }

    /** A failure on the way cuts the answer, and its last line is missing. */
    private static Mono<ResponseEntity<Flux<String>>> answer(Mono<Boolean> there, Flux<String> lines) {
        return there.filter(found -> found)
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)))
                .map(found -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_NDJSON)
                        .body(lines.buffer(LINES_AT_A_TIME).map(some -> String.join("", some))));
    }
}
