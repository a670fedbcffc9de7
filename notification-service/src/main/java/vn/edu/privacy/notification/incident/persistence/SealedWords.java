package vn.edu.privacy.notification.incident.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.edu.privacy.notification.incident.domain.Content;
import vn.edu.privacy.notification.incident.domain.Contents;
import vn.edu.privacy.platform.vault.SubjectKeys;
import vn.edu.privacy.platform.vault.SubjectKeys.Sealed;

/** Words about a violation, kept sealed under a key of its own: they may name people. */
@Component
class SealedWords {
    private static final TypeReference<EnumMap<Content, String>> PARTS = new TypeReference<>() {};

    private final SubjectKeys keys;
    private final JsonMapper json;

    SealedWords(SubjectKeys keys, JsonMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** Seals what is known of a violation. */
    Mono<byte[]> seal(UUID id, Contents contents) {
        return keys.seal(id, json.writeValueAsBytes(contents.texts()));
    }

    /** Seals a note; empty for none. */
    Mono<byte[]> seal(UUID id, @Nullable String note) {
        return note == null ? Mono.empty() : keys.seal(id, note.getBytes(UTF_8));
    }

    /** Opens them all, in one round trip. */
    Mono<Opened> open(List<Sealed> words) {
        if (words.isEmpty()) {
            return Mono.just(new Opened(Map.of()));
        }
        return keys.openAll(words).map(opened -> {
            Map<Sealed, byte[]> plain = new HashMap<>();
            for (int each = 0; each < words.size(); each++) {
                Sealed one = words.get(each);
                Optional<byte[]> bytes = opened.get(each);
                plain.put(
                        one,
                        bytes.orElseThrow(() -> new IllegalStateException("no key for violation " + one.subject())));
            }
            return new Opened(plain);
        });
    }

    /** What was sealed, by what it was sealed as; the very same objects. */
    final class Opened {
        private final Map<Sealed, byte[]> plain;

        private Opened(Map<Sealed, byte[]> plain) {
            this.plain = plain;
        }

        /** What is known of a violation. */
        Contents contents(Sealed words) {
            return new Contents(json.readValue(bytes(words), PARTS));
        }

        /** A note; null for none. */
        @Nullable
        String note(@Nullable Sealed words) {
            return words == null ? null : new String(bytes(words), UTF_8);
        }

        private byte[] bytes(Sealed words) {
            byte[] bytes = plain.get(words);
            if (bytes == null) {
                throw new IllegalStateException("not opened: words of violation " + words.subject());
            }
            return bytes;
        }
    }
}
