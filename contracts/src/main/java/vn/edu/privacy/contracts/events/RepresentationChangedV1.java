package vn.edu.privacy.contracts.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authorisation to act for a guardian or an adult student was confirmed, or ended before its term (Decree 13 art. 11.11).
 *
 * @param representationId the authorisation
 * @param studentId about whose data
 * @param version grows with each change; a consumer drops what is not newer than what it holds
 * @param represented person id of the guardian or adult student who gave it
 * @param representative person id of who may act by it, as long as the represented may act too
 * @param purposes codes of the purposes that it is for; every one when empty
 * @param from first day in force, Asia/Ho_Chi_Minh
 * @param until first day no longer in force
 * @param holds false once it was ended
 * @param requestTypes kinds of requests about data that it is for; every one when empty or absent
 */
public record RepresentationChangedV1(
        UUID representationId,
        UUID studentId,
        int version,
        UUID represented,
        UUID representative,
        List<String> purposes,
        LocalDate from,
        LocalDate until,
        boolean holds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> requestTypes) {

    public RepresentationChangedV1 {
        purposes = List.copyOf(purposes);
        requestTypes = absentIsEmpty(requestTypes);
    }

    /** For every kind of request. */
    public RepresentationChangedV1(
            UUID representationId,
            UUID studentId,
            int version,
            UUID represented,
            UUID representative,
            List<String> purposes,
            LocalDate from,
            LocalDate until,
            boolean holds) {
        this(
                representationId,
                studentId,
                version,
                represented,
                representative,
                purposes,
                from,
                until,
                holds,
                List.of());
    }

    private static List<String> absentIsEmpty(@Nullable List<String> sent) {
        return sent == null ? List.of() : List.copyOf(sent);
    }

    /** CloudEvents type. */
    public static final String TYPE = "roster.representation.changed.v1";
}
