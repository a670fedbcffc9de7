package vn.edu.privacy.platform.identity;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Reads the realm's claims, of an access token and of an ID token alike. */
final class Claims {
    private Claims() {}

    static Caller caller(String subject, Map<String, Object> claims) {
        return new Caller(
                subject,
                person(claims),
                roles(claims),
                text(claims, "school_id"),
                text(claims, "azp"),
                instant(claims.get("auth_time")));
    }

    static List<GrantedAuthority> authorities(Map<String, Object> claims) {
        return roles(claims).stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    private static Set<Role> roles(Map<String, Object> claims) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (claims.get("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof Collection<?> names) {
            names.stream()
                    .flatMap(name -> name instanceof String text ? Role.ofRealmName(text).stream() : Stream.empty())
                    .forEach(roles::add);
        }
        return roles;
    }

    private static Optional<UUID> person(Map<String, Object> claims) {
        return text(claims, "person_id").flatMap(id -> {
            try {
                return Optional.of(UUID.fromString(id));
            } catch (IllegalArgumentException notAnId) {
                return Optional.empty();
            }
        });
    }

    /** Seconds since 1970 in an access token; an instant already in an ID token. */
    private static Optional<Instant> instant(@Nullable Object claim) {
        return switch (claim) {
            case Instant at -> Optional.of(at);
            case Number seconds -> Optional.of(Instant.ofEpochSecond(seconds.longValue()));
            case null, default -> Optional.empty();
        };
    }

    private static Optional<String> text(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
