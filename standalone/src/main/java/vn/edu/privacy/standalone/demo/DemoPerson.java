package vn.edu.privacy.standalone.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invented person with what the sector database knows of them.
 *
 * @param username the login; absent for people who have none
 * @param schoolId the school that staff works for; absent for everybody else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DemoPerson(
        UUID personId,
        String name,
        String role,
        @Nullable String username,
        String email,
        String phone,
        String address,
        String language,
        @Nullable String schoolId) {}
