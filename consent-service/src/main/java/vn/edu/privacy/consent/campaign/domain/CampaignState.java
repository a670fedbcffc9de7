package vn.edu.privacy.consent.campaign.domain;

/** Where a campaign stands. It only ever goes forward, and none of its states is an answer (R-CON-06). */
public enum CampaignState {
    /** Its first day has not come. */
    PLANNED,
    /** It invites and reminds. */
    OPEN,
    /** An officer closed it, or its deadline has passed: nobody is reminded any more. */
    CLOSED
}
