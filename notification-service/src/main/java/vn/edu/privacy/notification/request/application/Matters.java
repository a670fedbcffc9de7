package vn.edu.privacy.notification.request.application;

import java.util.List;
import java.util.Set;
import vn.edu.privacy.notification.guardianship.Matter;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.ErasedPurpose;
import vn.edu.privacy.notification.request.domain.NamedPurpose;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.notification.request.domain.RestrictedPurpose;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** On what an authorisation must be good for, to ask for something and to take each further step. */
public final class Matters {
    private Matters() {}

    /** What is asked for. */
    public static Matter of(Asked asked) {
        List<String> purposes = switch (asked) {
            case Asked.Withdraw(var codes) -> codes;
            case Asked.Restrict(var codes) -> codes;
            case Asked.Oppose(var codes) -> codes;
            case Asked.Delete(var codes, var _, var _, var _) -> codes;
            case Asked.Rectify(var codes, var _) -> codes;
            case Asked.See see -> List.of();
            case Asked.Provide provide -> List.of();
            case Asked.Complain complain -> List.of();
        };
        return Matter.of(asked.type().name(), purposes);
    }

    /** A request on its way. What was to be provided is seen by a request to see it, so that either kind covers that. */
    public static Matter of(Request request) {
        List<String> purposes = switch (request) {
            case Withdrawal withdrawal ->
                withdrawal.purposes().stream().map(WithdrawnPurpose::code).toList();
            case Restriction restriction ->
                restriction.purposes().stream().map(RestrictedPurpose::code).toList();
            case Deletion deletion ->
                deletion.purposes().stream().map(ErasedPurpose::code).toList();
            case Rectification rectification ->
                rectification.purposes().stream().map(NamedPurpose::code).toList();
            case Access access -> List.of();
            case Provision provision -> List.of();
            case Complaint complaint -> List.of();
        };
        return request instanceof Access
                ? new Matter(Set.of(RequestType.ACCESS.name(), RequestType.PROVIDE.name()), purposes)
                : Matter.of(request.type().name(), purposes);
    }
}
