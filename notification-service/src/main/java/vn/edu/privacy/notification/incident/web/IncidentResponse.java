package vn.edu.privacy.notification.incident.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.contracts.law.BreachRule;
import vn.edu.privacy.notification.incident.application.IncidentDetails;
import vn.edu.privacy.notification.incident.application.Incidents;
import vn.edu.privacy.notification.incident.application.Reach;
import vn.edu.privacy.notification.incident.domain.Assessment;
import vn.edu.privacy.notification.incident.domain.DataKind;
import vn.edu.privacy.notification.incident.domain.Facts;
import vn.edu.privacy.notification.incident.domain.Harm;
import vn.edu.privacy.notification.incident.domain.Incident;
import vn.edu.privacy.notification.incident.domain.IncidentClock;
import vn.edu.privacy.notification.incident.domain.IncidentState;
import vn.edu.privacy.notification.incident.domain.Nature;
import vn.edu.privacy.notification.incident.domain.Phase;
import vn.edu.privacy.notification.incident.domain.Step;

/** A violation as callers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IncidentResponse(
        UUID id,
        String reference,
        IncidentState state,
        String schoolId,
        Nature nature,
        List<DataKind> kinds,
        @Nullable Instant occurredAt,
        Instant detectedAt,
        Instant recordedAt,
        @Nullable String holder,
        @Nullable Instant holderReportedAt,
        List<String> regimes,
        List<Limit> clocks,
        Map<String, String> contents,
        @Nullable List<Harm> harm,
        List<Notification> notifications,
        List<Taken> steps,
        List<Step> outstanding,
        @Nullable Affected affected,
        @Nullable Instant remediedAt,
        @Nullable Instant keepUntil,
        @Nullable Instant closedAt) {

    static IncidentResponse of(IncidentDetails details, Instant now) {
        Incident incident = details.incident();
        Facts facts = incident.facts();
        Assessment assessment = incident.assessment();
        Incident.Remedy remedy = incident.remedy();
        Incident.Closure closure = incident.closure();
        return new IncidentResponse(
                facts.id(),
                facts.reference(),
                incident.state(),
                facts.unit(),
                facts.nature(),
                facts.kinds().stream().sorted().toList(),
                facts.occurredAt(),
                facts.detectedAt(),
                facts.recordedAt(),
                facts.holder(),
                facts.holderReportedAt(),
                facts.regimes(),
                details.clocks().stream().map(clock -> Limit.of(clock, now)).toList(),
                facts.contents().texts().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().name(), Map.Entry::getValue, (one, other) -> one)),
                assessment == null ? null : assessment.harm().stream().sorted().toList(),
                incident.phases().stream().map(Notification::of).toList(),
                details.stored().steps().stream()
                        .map(done -> new Taken(done.step(), done.at(), done.note()))
                        .toList(),
                details.outstanding().stream().sorted().toList(),
                details.reach() == null ? null : Affected.of(details.reach()),
                remedy == null ? null : remedy.at(),
                remedy == null ? null : remedy.keepUntil(),
                closure == null ? null : closure.at());
    }

    /** A deadline; {@code occurrenceUnknown} says that detection stands in for an occurrence that nobody knows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Limit(
            IncidentClock.Code code,
            String regime,
            Instant due,
            BreachRule.From countedFrom,
            boolean occurrenceUnknown,
            String article,
            @Nullable Instant metAt,
            boolean missed) {
        static Limit of(IncidentClock clock, Instant now) {
            return new Limit(
                    clock.code(),
                    clock.regime(),
                    clock.due(),
                    clock.countedFrom(),
                    clock.occurrenceUnknown(),
                    clock.article(),
                    clock.metAt(),
                    clock.isMissed(now));
        }
    }

    /** One part of what the authority was told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notification(
            Instant sentAt,
            Phase.Way sentTo,
            boolean complete,
            @Nullable String lateReasons) {
        static Notification of(Phase phase) {
            return new Notification(phase.sentAt(), phase.sentTo(), phase.complete(), phase.lateReasons());
        }
    }

    /** A step that was taken. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(Step step, Instant at, @Nullable String note) {}

    /** Whose data it is, and how far they were told; numbers only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Affected(
            @Nullable String schoolId,
            @Nullable String purpose,
            @Nullable String dataCategory,
            @Nullable String holder,
            long students,
            long told,
            long alone,
            long people,
            long delivered,
            long unreached,
            long read,
            boolean publicNoticeNeeded,
            @Nullable Instant orderedAt) {
        static Affected of(Reach reach) {
            return new Affected(
                    reach.criterion().school(),
                    reach.criterion().purpose(),
                    reach.criterion().dataCategory(),
                    reach.criterion().holder(),
                    reach.students(),
                    reach.told(),
                    reach.alone(),
                    reach.people(),
                    reach.delivered(),
                    reach.unreached(),
                    reach.read(),
                    reach.isIncomplete(),
                    reach.orderedAt());
        }
    }

    /** Several. */
    record Items(List<IncidentResponse> items) {}

    /** What happened, oldest first. */
    record Timeline(List<Event> items) {
        static Timeline of(List<Incidents.Entry> entries) {
            return new Timeline(entries.stream()
                    .map(entry -> new Event(entry.at(), entry.by(), entry.event(), entry.detail()))
                    .toList());
        }

        /** One thing that happened. */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Event(
                Instant at,
                @Nullable String by,
                String event,
                @Nullable String detail) {}
    }
}
