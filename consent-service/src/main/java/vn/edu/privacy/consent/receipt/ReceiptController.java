package vn.edu.privacy.consent.receipt;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Receipts for the person who decided, and their verification for everybody. */
@RestController
@RequestMapping("/v1/receipts")
class ReceiptController {
    private static final String LINKED = "application/ld+json";
    private static final String JOSE = "application/jose";
    private static final MediaType SIGNED = MediaType.parseMediaType(JOSE);

    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    /** As data (JSON, which is JSON-LD too) with its proof, or signed alone for who asks for {@code application/jose}. */
    @GetMapping(
            path = "/{id}",
            produces = {MediaType.APPLICATION_JSON_VALUE, LINKED, JOSE})
    Mono<ResponseEntity<Object>> read(@PathVariable UUID id, Caller caller, @RequestHeader HttpHeaders headers) {
        MediaType wanted = asked(headers, MediaType.parseMediaType(LINKED))
                ? MediaType.parseMediaType(LINKED)
                : MediaType.APPLICATION_JSON;
        return compact(id, caller)
                .flatMap(compact -> asked(headers, SIGNED)
                        ? Mono.just(ResponseEntity.ok().contentType(SIGNED).body(compact))
                        : receipts.document(compact)
                                .map(document ->
                                        ResponseEntity.ok().contentType(wanted).body(document)));
    }

    @PostMapping("/verification")
    Mono<ReceiptVerdict> verify(@Valid @RequestBody VerificationRequest request) {
        return receipts.verify(request.receipt());
    }

    @PostMapping("/proofs")
    Mono<PrintedProof> prove(@Valid @RequestBody ProofRequest request) {
        return receipts.printed(request.receiptId(), request.hash())
                .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
    }

    private static boolean asked(HttpHeaders headers, MediaType wanted) {
        return headers.getAccept().stream().anyMatch(type -> type.equalsTypeAndSubtype(wanted));
    }

    private Mono<String> compact(UUID id, Caller caller) {
        Mono<String> found = caller.is(Role.DATA_PROTECTION_OFFICER)
                ? receipts.any(id)
                : receipts.readSigned(id, caller.requirePerson());
        return found.switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
    }

    /**
     * What is to be verified.
     *
     * @param receipt the JWS in compact form
     */
    record VerificationRequest(@NotBlank @Size(max = 20_000) String receipt) {}

    /**
     * What stands on a printed receipt.
     *
     * @param receiptId its number
     * @param hash its check value, which only who has the receipt knows
     */
    record ProofRequest(
            @NotNull UUID receiptId,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {}
}
