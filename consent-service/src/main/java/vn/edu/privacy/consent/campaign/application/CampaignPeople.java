package vn.edu.privacy.consent.campaign.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.campaign.domain.Step;
import vn.edu.privacy.consent.consent.domain.Side;

/** Whom a campaign concerns, and who was told what; every call joins the caller's transaction. */
public interface CampaignPeople {
    /** The classes of a school's students on that day. */
    Mono<List<String>> classes(String schoolId, LocalDate day);

    /**
     * The next people for whom something may be missing and whom the step has not reached, each with all the students for
     * whom they act. Something may be missing where the school may not: whether an answer of theirs is wanted, the rules
     * say.
     *
     * @param after behind that person, when there is one
     * @param atMost how many people
     */
    Flux<Relation> notReached(Campaign campaign, Step step, Instant now, @Nullable UUID after, int atMost);

    /** Remembers that the step reached these people; tells which of them it had not reached before. */
    Flux<UUID> remember(UUID campaignId, Step step, Collection<UUID> people, Instant at);

    /** The students of a class of the campaign on that day. */
    Flux<UUID> students(Campaign campaign, String className, LocalDate day);

    /**
     * A person and a student for whom that person may decide.
     *
     * @param person who
     * @param student for whom
     * @param side as whom
     */
    record Relation(UUID person, UUID student, Side side) {}
}
