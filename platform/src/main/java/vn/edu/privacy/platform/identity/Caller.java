package vn.edu.privacy.platform.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/**
 * Who calls, by token or by session.
 *
 * @param id the token's subject; stable
 * @param personId the person, when it is one
 * @param roles what the realm lets the caller be
 * @param schoolId the school of a system or of staff
 * @param clientId the client of the realm that the token was given to
 * @param authenticatedAt when the person last proved who they are; absent for systems
 */
public record Caller(
        String id,
        Optional<UUID> personId,
        Set<Role> roles,
        Optional<String> schoolId,
        Optional<String> clientId,
        Optional<Instant> authenticatedAt) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller holds the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The person calling; a system gets a 403 problem. */
    public UUID requirePerson() {
        return personId.orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN));
    }
}
