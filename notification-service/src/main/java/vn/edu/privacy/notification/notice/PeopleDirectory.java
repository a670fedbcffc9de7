package vn.edu.privacy.notification.notice;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.channel.Channel;

/** Where people can be reached. Asked at the moment of sending; nothing of it is stored here. */
public interface PeopleDirectory {
    /** The addressees among those people, by person id; who is unknown is left out. Errors when nobody answers. */
    Mono<Map<UUID, Addressee>> of(Collection<UUID> personIds);

    /**
     * How a person is reached.
     *
     * @param email address, or null when none is known
     * @param phone number with its country code, or null when none is known
     * @param language {@code vi} or {@code en}
     */
    record Addressee(@Nullable String email, @Nullable String phone, String language) {
        /** Where a channel reaches the person; empty when nobody knows. */
        Optional<String> at(Channel channel) {
            return switch (channel) {
                case PORTAL -> Optional.empty();
                case EMAIL -> Optional.ofNullable(email);
                case SMS, ZALO -> Optional.ofNullable(phone);
            };
        }

        /** What the person reads. */
        Locale locale() {
            return "en".equals(language) ? Locale.ENGLISH : Locale.of("vi");
        }

        /** Names no address, so that none gets into a log. */
        @Override
        public String toString() {
            return "Addressee[" + language + "]";
        }
    }
}
