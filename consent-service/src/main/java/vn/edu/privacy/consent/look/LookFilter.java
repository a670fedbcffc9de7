package vn.edu.privacy.consent.look;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.look.StaffLook.Position;
import vn.edu.privacy.consent.look.StaffLook.What;
import vn.edu.privacy.consent.roster.Seen;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.CallerContext;

/**
 * Keeps every look of the school's people and systems at what stands about a student, before the answer leaves: what cannot
 * be kept is not shown (S-12, R-LOG-02). A look is at the student in the address and at all that were read for the answer.
 * What people write is kept where it is written.
 */
@Component
class LookFilter implements WebFilter, Ordered {
    private static final String STUDENT = "studentId";
    private static final Set<String> OF_FAMILY = Set.of("/children/", "/sitting", "/withdrawals");

    private final R2dbcStaffLooks looks;

    LookFilter(R2dbcStaffLooks looks) {
        this.looks = looks;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getMethod().equals(HttpMethod.GET)
                || !(exchange.getAttribute(CallerContext.ATTRIBUTE) instanceof Caller caller)) {
            return chain.filter(exchange);
        }
        return Position.of(caller)
                .map(position -> {
                    Seen seen = new Seen();
                    exchange.getResponse().beforeCommit(() -> Mono.defer(() -> keep(exchange, caller, position, seen)));
                    return chain.filter(exchange).contextWrite(seen::in);
                })
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> keep(ServerWebExchange exchange, Caller caller, Position position, Seen seen) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        String address = String.valueOf(exchange.<Object>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if ((status != null && !status.is2xxSuccessful())
                || address.equals("/")
                || OF_FAMILY.stream().anyMatch(address::startsWith)) {
            return Mono.empty();
        }
        Set<UUID> students = new HashSet<>(seen.students());
        Map<String, String> named = exchange.getAttributeOrDefault(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.<String, String>of());
        if (named.containsKey(STUDENT)) {
            students.add(UUID.fromString(named.get(STUDENT)));
        }
        return students.isEmpty()
                ? Mono.empty()
                : looks.keep(students, caller.id(), position, caller.schoolId().orElse(null), What.at(address));
    }

    /** After the caller is known (-90). */
    @Override
    public int getOrder() {
        return -80;
    }
}
