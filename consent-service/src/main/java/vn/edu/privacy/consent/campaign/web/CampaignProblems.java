package vn.edu.privacy.consent.campaign.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.edu.privacy.consent.campaign.application.CampaignRefused;
import vn.edu.privacy.consent.campaign.domain.CampaignPlan;
import vn.edu.privacy.platform.page.Times;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemTranslation;
import vn.edu.privacy.platform.problem.ProblemType;

/** Which problem a refused campaign is. */
@Component
class CampaignProblems implements ProblemTranslation {
    private static final int CONFLICT = 409;
    private static final int RULES_SAY_NO = 422;
    private static final int TOO_MANY = 429;

    private final Times times;

    CampaignProblems(Times times) {
        this.times = times;
    }

    @Override
    public @Nullable ProblemException translate(Throwable error) {
        return error instanceof CampaignRefused refused ? of(refused) : null;
    }

    ProblemException of(CampaignRefused refused) {
        return switch (refused.reason()) {
            case FLAWED -> flawed(refused.flaw());
            case UNKNOWN_PURPOSE -> of("unknown-purpose", RULES_SAY_NO, refused).field("purposes");
            case PURPOSE_RETIRED -> of("purpose-retired", CONFLICT, refused).field("purposes");
            case NO_CONSENT_NEEDED ->
                of("no-consent-needed", RULES_SAY_NO, refused).field("purposes");
            case UNKNOWN_CLASS -> of("unknown-class", RULES_SAY_NO, refused).field("classes");
            case LINKS_TO_FORM -> of("form-linked", RULES_SAY_NO, refused).field("name");
            case NOT_OPEN -> of("campaign-not-open", CONFLICT, refused);
            case CLOSED -> of("campaign-closed", CONFLICT, refused);
            case REMINDED_LATELY -> lately(refused);
        };
    }

    private ProblemException lately(CampaignRefused refused) {
        ProblemException problem =
                ProblemException.of(new ProblemType("reminded-lately", TOO_MANY), times.instant(refused.possibleAt()));
        return refused.possibleAt() == null
                ? problem
                : problem.with("nextPossibleAt", refused.possibleAt().toString());
    }

    private static ProblemException flawed(CampaignPlan.@Nullable Flaw flaw) {
        if (flaw == null) {
            throw new IllegalStateException("flawed, but by what?");
        }
        String slug = switch (flaw) {
            case NO_SCHOOL_YEAR -> "no-school-year";
            case NO_PURPOSE -> "campaign-without-purpose";
            case OPENS_IN_THE_PAST -> "campaign-opens-in-the-past";
            case DEADLINE_BEFORE_OPENING -> "campaign-deadline-before-opening";
            case OUTSIDE_THE_SCHOOL_YEAR -> "campaign-outside-school-year";
        };
        return ProblemException.of(new ProblemType(slug, RULES_SAY_NO)).field(flaw.field());
    }

    private static ProblemException of(String slug, int status, CampaignRefused refused) {
        return ProblemException.of(new ProblemType(slug, status), refused.subject());
    }
}
