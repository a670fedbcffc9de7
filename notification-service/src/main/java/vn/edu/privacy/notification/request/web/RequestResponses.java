package vn.edu.privacy.notification.request.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import vn.edu.privacy.notification.catalogue.KnownPurpose;
import vn.edu.privacy.notification.request.application.DeskEntry;
import vn.edu.privacy.notification.request.application.RequestDetails;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.notification.request.application.TimelineEntry;
import vn.edu.privacy.notification.request.domain.Access;
import vn.edu.privacy.notification.request.domain.Appeal;
import vn.edu.privacy.notification.request.domain.Complaint;
import vn.edu.privacy.notification.request.domain.Deletion;
import vn.edu.privacy.notification.request.domain.DeletionGround;
import vn.edu.privacy.notification.request.domain.ErasedPurpose;
import vn.edu.privacy.notification.request.domain.Facts;
import vn.edu.privacy.notification.request.domain.NamedPurpose;
import vn.edu.privacy.notification.request.domain.Provision;
import vn.edu.privacy.notification.request.domain.Rectification;
import vn.edu.privacy.notification.request.domain.Refusal;
import vn.edu.privacy.notification.request.domain.Request;
import vn.edu.privacy.notification.request.domain.RestrictedPurpose;
import vn.edu.privacy.notification.request.domain.Restriction;
import vn.edu.privacy.notification.request.domain.Withdrawal;
import vn.edu.privacy.notification.request.domain.WithdrawnPurpose;

/** From the core to what callers read; who handles a request is for officers alone. */
@Mapper
interface RequestResponses {
    @Mapping(target = "type", expression = "java(details.stored().request().type())")
    @Mapping(target = "state", expression = "java(details.stored().request().state())")
    @Mapping(target = "outcomes", expression = "java(outcomes(details.stored().request()))")
    @Mapping(
            target = "purposes",
            expression =
                    "java(outcomes(details.stored().request()).stream().map(RequestResponse.Outcome::purpose).toList())")
    @Mapping(target = "clocks", source = "details.clocks")
    @Mapping(target = "consequences", source = "details.shown")
    @Mapping(target = "inEffectAt", expression = "java(details.stored().request().inEffectAt())")
    @Mapping(target = "steps", source = "details.steps")
    @Mapping(target = "availableUntil", expression = "java(details.stored().request().availableUntil())")
    @Mapping(target = "refusal", expression = "java(refusal(details))")
    @Mapping(target = "extension", source = "details.extension")
    @Mapping(target = "notInEffectReason", expression = "java(details.stored().request().notInEffectReason())")
    @Mapping(target = "ground", expression = "java(deletionGround(details.stored().request()))")
    @Mapping(target = "appeal", expression = "java(appeal(details.appeal()))")
    @Mapping(target = "stopReason", expression = "java(details.stored().request().stopReason())")
    @Mapping(target = "answer", expression = "java(details.stored().request().answer())")
    @Mapping(target = "seenThrough", expression = "java(seenThrough(details.stored().request()))")
    @Mapping(target = "corrections", source = "details.particulars.corrections")
    @Mapping(target = "organisation", source = "details.particulars.organisation")
    @Mapping(target = "everything", source = "details.particulars.everything")
    @Mapping(target = "reason", source = "details.reason")
    @Mapping(target = "assignee", expression = "java(officer ? details.stored().assignee() : null)")
    @Mapping(target = "desk", source = "details.desk")
    RequestResponse of(RequestDetails details, Facts facts, boolean officer, @Context String language);

    default RequestResponse of(RequestDetails details, boolean officer, String language) {
        return of(details, details.facts(), officer, language);
    }

    @Mapping(target = "purpose", source = "code")
    @Mapping(target = "name", expression = "java(purpose.name(language))")
    @Mapping(target = "text", expression = "java(purpose.consequence(language))")
    RequestResponse.Consequence consequence(KnownPurpose purpose, @Context String language);

    @Mapping(target = "form", source = "handOver.form")
    @Mapping(target = "place", source = "words.place")
    @Mapping(target = "about", source = "words.about")
    @Mapping(target = "handOverAt", source = "handOver.at")
    @Mapping(target = "checkedAt", source = "check.at")
    RequestResponse.Desk desk(DeskEntry entry);

    @Mapping(target = "name", expression = "java(step.name(language))")
    @Mapping(target = "at", source = "since")
    RequestResponse.Holder holder(Step step, @Context String language);

    @Mapping(target = "actorId", expression = "java(officer ? entry.actorId() : null)")
    RequestResponse.Entry entry(TimelineEntry entry, @Context boolean officer);

    default List<RequestResponse.Outcome> outcomes(Request request) {
        return switch (request) {
            case Withdrawal withdrawal ->
                withdrawal.purposes().stream().map(this::outcome).toList();
            case Restriction restriction ->
                restriction.purposes().stream().map(this::outcome).toList();
            case Deletion deletion ->
                deletion.purposes().stream().map(this::outcome).toList();
            case Rectification rectification ->
                rectification.purposes().stream().map(this::outcome).toList();
            case Access access -> List.of();
            case Provision provision -> List.of();
            case Complaint complaint -> List.of();
        };
    }

    @Mapping(target = "purpose", source = "code")
    @Mapping(target = "liftedAt", ignore = true)
    @Mapping(target = "liftRefusal", ignore = true)
    RequestResponse.Outcome outcome(WithdrawnPurpose purpose);

    @Mapping(target = "purpose", source = "code")
    RequestResponse.Outcome outcome(RestrictedPurpose purpose);

    @Mapping(target = "purpose", source = "code")
    @Mapping(target = "appliedAt", ignore = true)
    @Mapping(target = "refusal", ignore = true)
    @Mapping(target = "liftedAt", ignore = true)
    @Mapping(target = "liftRefusal", ignore = true)
    RequestResponse.Outcome outcome(NamedPurpose purpose);

    @Mapping(target = "purpose", source = "code")
    @Mapping(target = "appliedAt", source = "erasedAt")
    @Mapping(target = "liftedAt", ignore = true)
    @Mapping(target = "liftRefusal", ignore = true)
    RequestResponse.Outcome outcome(ErasedPurpose purpose);

    default RequestResponse.@Nullable Refusal refusal(RequestDetails details) {
        Refusal refusal = details.stored().request().refusal();
        return refusal == null
                ? null
                : new RequestResponse.Refusal(refusal.ground(), details.refusalArticle(), refusal.text());
    }

    default RequestResponse.@Nullable Appeal appeal(@Nullable Appeal appeal) {
        return switch (appeal) {
            case null -> null;
            case Appeal.Lodged(var _, Instant at, String text) ->
                new RequestResponse.Appeal("OPEN", at, text, null, null);
            case Appeal.Dismissed(var _, Instant at, String text, String answer, Instant decided) ->
                new RequestResponse.Appeal("DISMISSED", at, text, answer, decided);
            case Appeal.Allowed(var _, Instant at, String text, String answer, Instant decided) ->
                new RequestResponse.Appeal("ALLOWED", at, text, answer, decided);
        };
    }

    default @Nullable UUID seenThrough(Request request) {
        return request instanceof Provision.Shown shown ? shown.through() : null;
    }

    default @Nullable DeletionGround deletionGround(Request request) {
        return request instanceof Deletion deletion ? deletion.ground() : null;
    }
}
