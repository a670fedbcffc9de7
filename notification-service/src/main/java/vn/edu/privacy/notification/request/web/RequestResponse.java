package vn.edu.privacy.notification.request.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.contracts.law.ClockRule;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.holder.Correction;
import vn.edu.privacy.notification.request.application.DeskEntry;
import vn.edu.privacy.notification.request.application.Particulars;
import vn.edu.privacy.notification.request.application.Step;
import vn.edu.privacy.notification.request.application.TimelineEntry.Actor;
import vn.edu.privacy.notification.request.domain.DeletionGround;
import vn.edu.privacy.notification.request.domain.RefusalGround;
import vn.edu.privacy.notification.request.domain.RequestState;
import vn.edu.privacy.notification.request.domain.RequestType;
import vn.edu.privacy.notification.request.domain.StopReason;

/** A request as callers read it. */
record RequestResponse(
        UUID id,
        String reference,
        RequestType type,
        RequestState state,
        UUID studentId,
        List<String> purposes,
        List<Outcome> outcomes,
        Instant receivedAt,
        String regime,
        List<RunningClock> clocks,
        List<Consequence> consequences,
        @Nullable Instant inEffectAt,
        List<Holder> steps,
        @Nullable Instant availableUntil,
        @Nullable Refusal refusal,
        @Nullable Appeal appeal,
        @Nullable Extension extension,
        @Nullable String notInEffectReason,
        @Nullable DeletionGround ground,
        @Nullable StopReason stopReason,
        @Nullable String answer,
        @Nullable UUID seenThrough,
        List<Correction> corrections,
        Particulars.@Nullable Organisation organisation,
        @Nullable Boolean everything,
        @Nullable String reason,
        @Nullable String assignee,
        @Nullable Desk desk) {

    /** How it came in at the desk. */
    record Desk(
            Instant enteredAt,
            String capacity,
            DeskEntry.Identity identity,
            DeskEntry.Help help,
            DeskEntry.Form form,
            @Nullable String place,
            @Nullable Instant handOverAt,
            String language,
            @Nullable String about,
            boolean checkNeeded,
            @Nullable Instant checkedAt) {}

    /** One deadline. */
    record RunningClock(
            ClockRule.Code code,
            Instant due,
            String article,
            @Nullable Instant metAt,
            @Nullable Instant extendedFrom,
            @Nullable Instant pausedAt) {}

    /** What withdrawing one purpose means. */
    record Consequence(String purpose, int version, String name, String text) {}

    /** How far a holder is. */
    record Holder(
            String holder,
            String name,
            String purpose,
            Action action,
            Step.State state,
            @Nullable String reason,
            Instant at,
            Instant due) {}

    /** Why it was refused. */
    record Refusal(RefusalGround ground, @Nullable String article, String text) {}

    /** The appeal against the refusal. */
    record Appeal(
            String outcome,
            Instant lodgedAt,
            String text,
            @Nullable String answer,
            @Nullable Instant decidedAt) {}

    /** What became of one purpose. */
    record Outcome(
            String purpose,
            @Nullable Instant appliedAt,
            @Nullable String refusal,
            @Nullable Instant liftedAt,
            @Nullable String liftRefusal) {}

    /** Why and when its deadline was extended. */
    record Extension(int days, String article, String reason, Instant grantedAt) {}

    /** Answer of {@code GET /v1/requests}. */
    record Items(List<RequestResponse> items) {}

    /** Answer of {@code GET /v1/requests/{id}/timeline}. */
    record Timeline(List<Entry> items) {}

    /** One thing that happened. */
    record Entry(
            int seq,
            Instant at,
            Actor actor,
            @Nullable String actorId,
            String event,
            @Nullable String detail) {}
}
