package vn.edu.privacy.consent.campaign;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How campaigns speak, and how much they show.
 *
 * @param reminderDays days before the deadline on which those whose answer is missing are reminded
 * @param betweenReminders how long an officer waits before asking for reminders again
 * @param smallestGroup figures of fewer people are not shown to who may not see individuals
 * @param atOnce campaigns or people taken up in one page
 */
@ConfigurationProperties("privacy.campaigns")
public record CampaignProperties(
        @DefaultValue({"14", "7", "1"}) List<Integer> reminderDays,
        @DefaultValue("P3D") Duration betweenReminders,
        @DefaultValue("5") int smallestGroup,
        @DefaultValue("200") int atOnce) {
    public CampaignProperties {
        reminderDays = List.copyOf(reminderDays);
        if (smallestGroup < 1 || atOnce < 1) {
            throw new IllegalArgumentException("privacy.campaigns: smallest-group and at-once begin at 1");
        }
    }
}
