package vn.edu.privacy.consent.campaign.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.campaign.domain.CampaignPlan;

/** A campaign that the rules do not allow, or not so. */
public final class CampaignRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String subject;
    private final transient @Nullable Instant possibleAt;
    private final CampaignPlan.@Nullable Flaw flaw;

    private CampaignRefused(
            Reason reason, String subject, @Nullable Instant possibleAt, CampaignPlan.@Nullable Flaw flaw) {
        super(reason + " " + subject);
        this.reason = reason;
        this.subject = subject;
        this.possibleAt = possibleAt;
        this.flaw = flaw;
    }

    static CampaignRefused of(Reason reason, String subject) {
        return new CampaignRefused(reason, subject, null, null);
    }

    static CampaignRefused of(CampaignPlan.Flaw flaw) {
        return new CampaignRefused(Reason.FLAWED, flaw.name(), null, flaw);
    }

    static CampaignRefused tooSoon(Instant possibleAt) {
        return new CampaignRefused(Reason.REMINDED_LATELY, "", possibleAt, null);
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The purpose or class that it is about; empty when it is about the campaign. */
    public String subject() {
        return subject;
    }

    /** From when on it is possible, when it was only too soon. */
    public @Nullable Instant possibleAt() {
        return possibleAt;
    }

    /** What is wrong with the plan, when it is FLAWED. */
    public CampaignPlan.@Nullable Flaw flaw() {
        return flaw;
    }

    /** Why a campaign is refused. */
    public enum Reason {
        /** The plan contradicts itself. */
        FLAWED,
        /** There is no purpose of that code. */
        UNKNOWN_PURPOSE,
        /** The purpose has ended. */
        PURPOSE_RETIRED,
        /** Nobody is asked about that purpose (art. 17). */
        NO_CONSENT_NEEDED,
        /** Nobody of the school is in a class of that name. */
        UNKNOWN_CLASS,
        /** Its name links to a form service (letter 8343 par. 1.4). */
        LINKS_TO_FORM,
        /** It is not open, so that nobody may be reminded. */
        NOT_OPEN,
        /** It is closed already. */
        CLOSED,
        /** Reminded too short a time ago. */
        REMINDED_LATELY
    }
}
