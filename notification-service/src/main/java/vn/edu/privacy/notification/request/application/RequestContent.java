package vn.edu.privacy.notification.request.application;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.holder.Correction;
import vn.edu.privacy.notification.request.application.RequestRefused.Reason;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.DeletionGround;
import vn.edu.privacy.notification.request.domain.ErasedPurpose;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.NamedPurpose;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RestrictedPurpose;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** The request that what is asked for makes, of the purposes as the catalogue knows them. */
final class RequestContent {
    private static final String OUTSIDE_SECTOR =
            "Đơn vị ngoài ngành chỉ nhận dữ liệu qua trục dữ liệu của cơ sở dữ liệu ngành"
                    + " hoặc trung tâm dữ liệu Thành phố; nhà trường không được cung cấp.";

    private final Catalogue catalogue;

    RequestContent(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The request that what is asked makes of its facts.
     *
     * @param own whether it is about the requester's own data, who is no student
     */
    Mono<Function<Facts, Request>> of(Asked asked, boolean own) {
        return switch (asked) {
            case Asked.See see -> Mono.just(Access.Received::new);
            case Asked.Withdraw(List<String> codes) ->
                purposes(codes, true, false)
                        .map(shown -> facts -> new Withdrawal.AwaitingConfirmation(
                                facts,
                                shown.stream()
                                        .map(each -> WithdrawnPurpose.shown(each.code(), each.version()))
                                        .toList()));
            case Asked.Restrict(List<String> codes) ->
                purposes(codes, true, own).map(shown -> restriction(asked, shown));
            // whoever objects may object to what the law allows without consent, too; an officer answers that
            case Asked.Oppose(List<String> codes) ->
                purposes(codes, false, own).map(shown -> restriction(asked, shown));
            case Asked.Delete(List<String> codes, DeletionGround ground, boolean accepted, boolean everything) ->
                accepted
                        ? (everything ? everything(codes, own) : purposes(codes, false, own))
                                .map(shown -> facts -> new Deletion.Received(
                                        facts,
                                        ground,
                                        shown.stream()
                                                .map(each -> ErasedPurpose.asked(each.code(), each.version()))
                                                .toList()))
                        : Course.refused(Reason.RISKS_NOT_ACCEPTED);
            case Asked.Rectify(List<String> codes, List<Correction> corrections) ->
                purposes(codes, false, false).map(shown -> rectification(shown, corrections));
            case Asked.Provide(var organisation) -> Mono.just(facts -> provision(facts, organisation));
            case Asked.Complain complaint -> Mono.just(Complaint.Received::new);
        };
    }

    private static Function<Facts, Request> restriction(Asked asked, List<KnownPurpose> shown) {
        List<RestrictedPurpose> purposes = shown.stream()
                .map(each -> RestrictedPurpose.shown(each.code(), each.version()))
                .toList();
        return facts -> new Restriction.AwaitingConfirmation(facts, asked.type(), purposes);
    }

    private static Function<Facts, Request> rectification(List<KnownPurpose> shown, List<Correction> corrections) {
        corrections.stream()
                .map(Correction::category)
                .filter(category ->
                        shown.stream().noneMatch(each -> each.dataCategories().contains(category)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new RequestRefused(Reason.UNKNOWN_CATEGORY, unknown);
                });
        List<NamedPurpose> purposes = shown.stream()
                .map(each -> new NamedPurpose(each.code(), each.version()))
                .toList();
        return facts -> new Rectification.Received(facts, purposes);
    }

    /** What is to go outside the sector is answered at once: no school may give it (letter 8343, section 3). */
    private static Request provision(Facts facts, Particulars.@Nullable Organisation organisation) {
        if (organisation == null) {
            return new Provision.Received(facts);
        }
        return organisation.inSector()
                ? new Provision.ForOrganisation(facts)
                : new Provision.Refused(
                        facts,
                        Provision.Recipient.ORGANISATION,
                        new Refusal(RefusalGround.OUTSIDE_SECTOR, OUTSIDE_SECTOR));
    }

    /**
     * Every purpose that rests on consent, retired ones too: their data may be held still. Of a person's own data, every one
     * for which somebody holds it, as an officer rules on that.
     */
    private Mono<List<KnownPurpose>> everything(List<String> codes, boolean own) {
        return codes.isEmpty()
                ? (own ? catalogue.current().filter(each -> OwnData.of(each).isPresent()) : catalogue.consented())
                        .collectList()
                        .filter(known -> !known.isEmpty())
                        .switchIfEmpty(Course.refused(own ? Reason.OWN_DATA_NOT_OFFERED : Reason.PURPOSES_MISSING))
                : Course.refused(Reason.PURPOSES_NOT_EXPECTED);
    }

    /** The versions whose consequences the requester is about to see (art. 12.3). */
    private Mono<List<KnownPurpose>> purposes(List<String> codes, boolean byConsent, boolean own) {
        if (codes.isEmpty()) {
            return Course.refused(Reason.PURPOSES_MISSING);
        }
        return catalogue
                .newest(codes)
                .collect(Collectors.toMap(KnownPurpose::code, Function.identity()))
                .map(known -> codes.stream()
                        .distinct()
                        .map(code -> shown(code, known, byConsent, own))
                        .toList());
    }

    private static KnownPurpose shown(String code, Map<String, KnownPurpose> known, boolean byConsent, boolean own) {
        KnownPurpose purpose = known.get(code);
        if (purpose == null) {
            throw new RequestRefused(Reason.UNKNOWN_PURPOSE, code);
        }
        if (own && OwnData.of(purpose).isEmpty()) {
            throw new RequestRefused(Reason.OWN_DATA_NOT_OFFERED, code);
        }
        if (byConsent && !purpose.lawfulBasis().equals("CONSENT")) {
            throw new RequestRefused(Reason.NO_CONSENT_NEEDED, code);
        }
        return purpose;
    }
}
