package vn.edu.privacy.notification.request.application;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.ErasedPurpose;
import vn.edu.privacy.notification.request.domain.NamedPurpose;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.notification.request.domain.RestrictedPurpose;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/**
 * Whether somebody asks for what an open request about the same student asks for already. What ends for everybody, as a
 * deletion does, is joined by whoever asks for it too. What is one person's, as an answer for one pair of eyes, or a
 * restriction that its requester alone lifts, is repeated by that person only; two withdrawals end two people's consents.
 */
final class Repetition {
    private static final Set<RequestState> SEEN_OR_TO_BE = EnumSet.complementOf(
            EnumSet.of(RequestState.EXPIRED, RequestState.REFUSED, RequestState.CANCELLED, RequestState.STOPPED));

    private Repetition() {}

    /**
     * Whether it is the same.
     *
     * @param known what was filled in with the open request
     * @param reason what was written with it
     */
    static boolean is(StoredRequest open, OpenRequest.Order order, Particulars known, @Nullable String reason) {
        Asked asked = order.asked();
        boolean own = open.isOf(order.requester());
        boolean filledAlike = known.equals(asked.particulars());
        return switch (open.request()) {
            case Access access -> own && asked instanceof Asked.See && SEEN_OR_TO_BE.contains(access.state());
            case Withdrawal.AwaitingConfirmation awaiting ->
                own
                        && asked instanceof Asked.Withdraw(var codes)
                        && same(codes.stream(), awaiting.purposes().stream().map(WithdrawnPurpose::code));
            case Restriction.AwaitingConfirmation same -> own && isAbout(same, asked);
            case Restriction.Received same -> own && isAbout(same, asked);
            case Restriction.NotInEffect same -> own && isAbout(same, asked);
            case Restriction.Standing same -> own && isAbout(same, asked);
            case Deletion.Received same -> filledAlike && isAbout(same, asked);
            case Deletion.Approved same -> filledAlike && isAbout(same, asked);
            case Deletion.NotInEffect same -> filledAlike && isAbout(same, asked);
            case Deletion.InEffect same -> filledAlike && isAbout(same, asked);
            case Rectification.Received same -> filledAlike && isAbout(same, asked);
            case Rectification.Approved same -> filledAlike && isAbout(same, asked);
            case Provision.Received same -> own && filledAlike;
            case Provision.ForOrganisation same -> filledAlike;
            case Provision.Approved same -> filledAlike;
            case Complaint.Received same -> own && Objects.equals(reason, order.reason());
            default -> false;
        };
    }

    private static boolean isAbout(Rectification rectification, Asked asked) {
        return asked instanceof Asked.Rectify(var codes, var _)
                && same(codes.stream(), rectification.purposes().stream().map(NamedPurpose::code));
    }

    private static boolean isAbout(Restriction restriction, Asked asked) {
        Stream<String> purposes = restriction.purposes().stream().map(RestrictedPurpose::code);
        return restriction.type() == asked.type()
                && switch (asked) {
                    case Asked.Restrict(var codes) -> same(codes.stream(), purposes);
                    case Asked.Oppose(var codes) -> same(codes.stream(), purposes);
                    default -> false;
                };
    }

    private static boolean isAbout(Deletion deletion, Asked asked) {
        return asked instanceof Asked.Delete(var codes, var _, var _, var everything)
                && (everything
                        || same(codes.stream(), deletion.purposes().stream().map(ErasedPurpose::code)));
    }

    private static boolean same(Stream<String> left, Stream<String> right) {
        return new TreeSet<>(left.toList()).equals(new TreeSet<>(right.toList()));
    }
}
