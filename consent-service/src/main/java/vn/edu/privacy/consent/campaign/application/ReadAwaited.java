package vn.edu.privacy.consent.campaign.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.campaign.domain.Campaign;
import vn.edu.privacy.consent.consent.application.ReadConsents;
import vn.edu.privacy.consent.consent.domain.ConsentRules;
import vn.edu.privacy.consent.consent.domain.Side;
import vn.edu.privacy.consent.roster.Students;

/** Whose answers a campaign still waits for, as the rules of consent see it now. */
public final class ReadAwaited {
    private final Students students;
    private final ReadConsents consents;
    private final AwaitedAnswers rules;
    private final CampaignPeople people;
    private final Clock clock;

    /** Collaborators: roster, what stands, the rules, the campaign's students and time. */
    public ReadAwaited(
            Students students, ReadConsents consents, AwaitedAnswers rules, CampaignPeople people, Clock clock) {
        this.students = students;
        this.consents = consents;
        this.rules = rules;
        this.people = people;
        this.clock = clock;
    }

    /** The students of a class for whom something is missing. For officers of the school only. */
    public Flux<OfStudent> inClass(Campaign campaign, String className) {
        return people.students(campaign, className, today())
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(student -> of(student, campaign))
                .filter(found -> !found.sides().isEmpty());
    }

    /** What is missing for one student; empty when the student is unknown. */
    Mono<OfStudent> of(UUID student, Campaign campaign) {
        LocalDate today = today();
        return Mono.zip(students.facts(student), consents.of(student)).map(known -> {
            Map<String, Set<Side>> sides = new LinkedHashMap<>();
            known.getT2().stream()
                    .filter(consent ->
                            campaign.purposes().contains(consent.purpose().code()))
                    .forEach(consent -> {
                        Set<Side> wanted = EnumSet.noneOf(Side.class);
                        for (Side side : Side.values()) {
                            if (rules.wanted(consent, known.getT1(), side, today)) {
                                wanted.add(side);
                            }
                        }
                        if (!wanted.isEmpty()) {
                            sides.put(consent.purpose().code(), wanted);
                        }
                    });
            return new OfStudent(student, sides);
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ConsentRules.ZONE);
    }

    /**
     * What is missing for one student.
     *
     * @param student whose
     * @param sides by purpose, who is awaited; purposes for which nobody is are absent
     */
    public record OfStudent(UUID student, Map<String, Set<Side>> sides) {
        boolean awaits(Side side) {
            return sides.values().stream().anyMatch(wanted -> wanted.contains(side));
        }
    }
}
