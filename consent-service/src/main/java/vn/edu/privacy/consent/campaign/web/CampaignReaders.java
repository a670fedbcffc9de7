package vn.edu.privacy.consent.campaign.web;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.application.Campaigns;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.Role;
import vn.edu.privacy.platform.problem.CommonProblems;
import vn.edu.privacy.platform.problem.ProblemException;

/** Which campaigns somebody may see, and how closely. A campaign of another school looks like none. */
@Component
class CampaignReaders {
    private static final Set<Role> OF_EVERY_SCHOOL =
            EnumSet.of(Role.DATA_PROTECTION_OFFICER, Role.DEPARTMENT_OFFICER, Role.INSPECTOR);
    private static final Set<Role> OF_THE_SCHOOL =
            EnumSet.of(Role.SCHOOL_OFFICER, Role.SCHOOL_STAFF, Role.HEAD_OF_UNIT);

    private final Campaigns campaigns;

    CampaignReaders(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** The school to whose campaigns the caller is kept; empty when to none. */
    static Optional<String> keptTo(Caller caller) {
        if (OF_EVERY_SCHOOL.stream().anyMatch(caller::is)) {
            return Optional.empty();
        }
        return Optional.of(OF_THE_SCHOOL.stream()
                .filter(caller::is)
                .findFirst()
                .flatMap(role -> caller.schoolId())
                .orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN)));
    }

    /** The school whose officer the caller is; others get a 403 problem. */
    static String officersSchool(Caller caller) {
        return caller.schoolId()
                .filter(school -> caller.is(Role.SCHOOL_OFFICER))
                .orElseThrow(() -> ProblemException.of(CommonProblems.FORBIDDEN));
    }

    /** The campaign, when the caller may see it; otherwise NOT_FOUND. */
    Mono<Campaign> campaign(UUID id, Caller caller) {
        return Mono.defer(() -> {
            Optional<String> school = keptTo(caller);
            return campaigns
                    .find(id)
                    .filter(campaign -> school.isEmpty() || school.get().equals(campaign.schoolId()))
                    .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
        });
    }

    /** The campaign of the school whose officer the caller is; otherwise NOT_FOUND. */
    Mono<Campaign> ownCampaign(UUID id, Caller caller) {
        return Mono.defer(() -> {
            String school = officersSchool(caller);
            return campaigns
                    .find(id)
                    .filter(campaign -> school.equals(campaign.schoolId()))
                    .switchIfEmpty(Mono.error(() -> ProblemException.of(CommonProblems.NOT_FOUND)));
        });
    }

    /** Whether the caller may see by name who has not answered: officers of the school. */
    static boolean seesNames(Caller caller, Campaign campaign) {
        return caller.is(Role.SCHOOL_OFFICER) && ofSchool(caller, campaign);
    }

    /** Whether the caller may see figures that point to persons: the school's own people, and the data-protection officer. */
    static boolean seesSmallGroups(Caller caller, Campaign campaign) {
        return caller.is(Role.DATA_PROTECTION_OFFICER)
                || (caller.is(Role.SCHOOL_OFFICER) || caller.is(Role.SCHOOL_STAFF)) && ofSchool(caller, campaign);
    }

    private static boolean ofSchool(Caller caller, Campaign campaign) {
        return caller.schoolId().filter(campaign.schoolId()::equals).isPresent();
    }
}
