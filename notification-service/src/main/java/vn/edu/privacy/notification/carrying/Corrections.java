package vn.edu.privacy.notification.carrying;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.holder.Correction;
import vn.edu.privacy.platform.vault.SubjectKeys;

/** Seals what RECTIFY puts right under the student's key, and opens it at the moment of telling. */
@Component
class Corrections {
    private static final TypeReference<List<Correction>> LIST = new TypeReference<>() {};

    private final SubjectKeys keys;
    private final JsonMapper json;

    Corrections(SubjectKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    Mono<byte[]> seal(UUID studentId, List<Correction> corrections) {
        return keys.seal(studentId, json.writeValueAsBytes(corrections));
    }

    Mono<List<Correction>> open(UUID studentId, byte[] sealedCorrections) {
        return keys.open(studentId, sealedCorrections).map(bytes -> json.readValue(bytes, LIST));
    }
}
