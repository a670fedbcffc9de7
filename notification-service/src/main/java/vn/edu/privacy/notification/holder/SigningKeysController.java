package vn.edu.privacy.notification.holder;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.platform.identity.PageAccess;
import vn.edu.privacy.platform.signing.SigningKeys;

/** The public keys for everybody: holders verify by them that an instruction is ours. They stand beside the pages. */
@RestController
class SigningKeysController implements PageAccess {
    /** Shorter than a new key is published before it signs. */
    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private static final String PATH = "/.well-known/jwks.json";

    private final SigningKeys keys;

    SigningKeysController(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public void rules(AuthorizeExchangeSpec spec) {
        spec.pathMatchers(HttpMethod.GET, PATH).permitAll();
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<Map<String, Object>>> keys() {
        return Mono.fromSupplier(() -> ResponseEntity.ok()
                .cacheControl(FOR_A_WHILE)
                .body(keys.published().toJSONObject(true)));
    }
}
