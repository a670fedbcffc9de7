package vn.edu.privacy.notification.request.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.request.application.RequestDetails;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.notification.request.application.TimelineEntry;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** From the core to what callers read; who handles a request is for officers alone. */
@Mapper
interface RequestResponses {
    @Mapping(target = "type", expression = "java(details.stored().request().type())")
    @Mapping(target = "state", expression = "java(details.stored().request().state())")
    @Mapping(target = "purposes", expression = "java(purposes(details.stored().request()))")
    @Mapping(target = "clocks", source = "details.clocks")
    @Mapping(target = "consequences", source = "details.shown")
    @Mapping(target = "inEffectAt", expression = "java(details.stored().request().inEffectAt())")
    @Mapping(target = "steps", source = "details.steps")
    @Mapping(target = "availableUntil", expression = "java(details.stored().request().availableUntil())")
    @Mapping(target = "refusal", expression = "java(refusal(details.stored().request()))")
    @Mapping(target = "extension", source = "details.extension")
    @Mapping(target = "notInEffectReason", expression = "java(notInEffectReason(details.stored().request()))")
    @Mapping(target = "assignee", expression = "java(officer ? details.stored().assignee() : null)")
    RequestResponse of(RequestDetails details, Facts facts, boolean officer, @Context String language);

    default RequestResponse of(RequestDetails details, boolean officer, String language) {
        return of(details, details.facts(), officer, language);
    }

    @Mapping(target = "purpose", source = "code")
    @Mapping(target = "name", expression = "java(purpose.name(language))")
    @Mapping(target = "text", expression = "java(purpose.consequence(language))")
    RequestResponse.Consequence consequence(KnownPurpose purpose, @Context String language);

    @Mapping(target = "name", expression = "java(step.name(language))")
    @Mapping(target = "at", source = "since")
    RequestResponse.Holder holder(Step step, @Context String language);

    @Mapping(target = "actorId", expression = "java(officer ? entry.actorId() : null)")
    RequestResponse.Entry entry(TimelineEntry entry, @Context boolean officer);

    default List<String> purposes(Request request) {
        return request instanceof Withdrawal withdrawal
                ? withdrawal.purposes().stream().map(WithdrawnPurpose::code).toList()
                : List.of();
    }

    default RequestResponse.@Nullable Refusal refusal(Request request) {
        return request instanceof Access.Refused refused
                ? new RequestResponse.Refusal(refused.ground(), refused.text())
                : null;
    }

    default @Nullable String notInEffectReason(Request request) {
        return request instanceof Withdrawal.NotInEffect failed ? failed.reason() : null;
    }
}
