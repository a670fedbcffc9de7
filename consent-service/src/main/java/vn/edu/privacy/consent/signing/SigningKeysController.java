package vn.edu.privacy.consent.signing;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.signing.SigningKeys;

/** The public keys for everybody, so that receipts and checkpoints verify without us. */
@RestController
class SigningKeysController {
    /** Shorter than a new key is published before it signs. */
    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final SigningKeys keys;

    SigningKeysController(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping({"/v1/receipts/keys", "/.well-known/jwks.json"})
    Mono<ResponseEntity<Map<String, Object>>> keys() {
        return Mono.fromSupplier(() -> ResponseEntity.ok()
                .cacheControl(FOR_A_WHILE)
                .body(keys.published().toJSONObject(true)));
    }
}
