package vn.edu.privacy.contracts.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People, or the officers of a school, are to be told of a matter of consent. Whoever reads it asks for names and
 * addresses where they are kept.
 *
 * @param noticeId telling twice under one id says it once
 * @param kind CAMPAIGN_INVITATION, CAMPAIGN_REMINDER, BIRTHDAY_AHEAD, RELATION_ENDED, TRANSFERRED, NOTICE_CHANGED,
 *     CONSENT_EXPIRING, CONFLICT, PAPER_TO_CHECK, EMERGENCY_USED, USED_IN_EMERGENCY, EMERGENCY_JUDGED,
 *     REPRESENTATION_TO_CHECK, REPRESENTATION_CONFIRMED or REPRESENTATION_REJECTED
 * @param studentId about whom; absent when no single student is concerned
 * @param recipients person ids, at most 500; none when only officers are told
 * @param officersOfSchool the school whose officers are told, instead of people or besides them
 * @param purpose the purpose concerned, when it is one
 * @param campaignId the campaign concerned, when there is one
 * @param date the day that it is about: a birthday, an end, a deadline
 * @param at when; the same for all that one run tells, of which a person gets one e-mail
 */
public record NoticeDueV1(
        UUID noticeId,
        String kind,
        @Nullable UUID studentId,
        List<UUID> recipients,
        @Nullable String officersOfSchool,
        @Nullable String purpose,
        @Nullable UUID campaignId,
        @Nullable LocalDate date,
        Instant at) {

    /** CloudEvents type. */
    public static final String TYPE = "consent.notice.due.v1";
}
