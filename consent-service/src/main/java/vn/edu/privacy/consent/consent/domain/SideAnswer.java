package vn.edu.privacy.consent.consent.domain;

/** What a side's latest decisions amount to. */
enum SideAnswer {
    GIVEN,
    REFUSED,
    WITHDRAWN,
    /** One guardian agrees, another refuses (R-CH-22). */
    CONFLICT,
    UNANSWERED
}
