package vn.edu.privacy.consent.announcement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told to whom. Build one with {@link #toPeople} or {@link #toOfficers} and name what it concerns.
 *
 * @param kind what happened or will
 * @param people person ids, each once
 * @param officersOfSchool the school whose officers are told, or null
 * @param studentId about whom, or null when no single student is concerned
 * @param purpose the purpose concerned, or null
 * @param campaignId the campaign concerned, or null
 * @param date the day that it is about, or null
 * @param at when; give all that one run tells the same, so that a person gets one e-mail of it
 */
public record Announcement(
        AnnouncementKind kind,
        List<UUID> people,
        @Nullable String officersOfSchool,
        @Nullable UUID studentId,
        @Nullable String purpose,
        @Nullable UUID campaignId,
        @Nullable LocalDate date,
        Instant at) {
    public Announcement {
        people = people.stream().distinct().toList();
    }

    /** For those people. */
    public static Announcement toPeople(AnnouncementKind kind, Collection<UUID> people, Instant at) {
        return new Announcement(kind, List.copyOf(people), null, null, null, null, null, at);
    }

    /** For the officers of that school. */
    public static Announcement toOfficers(AnnouncementKind kind, String schoolId, Instant at) {
        return new Announcement(kind, List.of(), schoolId, null, null, null, null, at);
    }

    /** The same, about that student. */
    public Announcement about(UUID student) {
        return new Announcement(kind, people, officersOfSchool, student, purpose, campaignId, date, at);
    }

    /** The same, concerning that purpose. */
    public Announcement onPurpose(String code) {
        return new Announcement(kind, people, officersOfSchool, studentId, code, campaignId, date, at);
    }

    /** The same, in that campaign. */
    public Announcement inCampaign(UUID campaign) {
        return new Announcement(kind, people, officersOfSchool, studentId, purpose, campaign, date, at);
    }

    /** The same, naming the day that it is about. */
    public Announcement on(LocalDate day) {
        return new Announcement(kind, people, officersOfSchool, studentId, purpose, campaignId, day, at);
    }

    boolean toNobody() {
        return people.isEmpty() && officersOfSchool == null;
    }
}
