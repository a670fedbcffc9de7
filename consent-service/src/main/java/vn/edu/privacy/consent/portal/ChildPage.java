package vn.edu.privacy.consent.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.consent.application.Consents;
import vn.edu.privacy.consent.consent.application.LedgerEntry;
import vn.edu.privacy.consent.consent.application.ReadConsents.PurposeConsent;
import vn.edu.privacy.consent.emergency.FamilyEmergencies;
import vn.edu.privacy.consent.law.LawInForce;
import vn.edu.privacy.consent.purpose.PublishedPurpose;
import vn.edu.privacy.consent.purpose.Safeguards;
import vn.edu.privacy.consent.representation.KeepRepresentations;
import vn.edu.privacy.consent.representation.Representation;
import vn.edu.privacy.consent.roster.Enrolment;
import vn.edu.privacy.consent.unit.RegisteredUnits;
import vn.edu.privacy.platform.identity.Caller;

/** A child's page: what waits for the reader, what is settled, what needs no consent. */
@Controller
class ChildPage {
    private final Family family;
    private final ChildConsents consents;
    private final Consents ledger;
    private final KeepRepresentations representations;
    private final FamilyEmergencies emergencies;
    private final RegisteredUnits units;
    private final Clock clock;

    ChildPage(
            Family family,
            ChildConsents consents,
            Consents ledger,
            KeepRepresentations representations,
            FamilyEmergencies emergencies,
            RegisteredUnits units,
            Clock clock) {
        this.representations = representations;
        this.emergencies = emergencies;
        this.units = units;
        this.clock = clock;
        this.family = family;
        this.consents = consents;
        this.ledger = ledger;
    }

    @GetMapping(Paths.CHILD)
    Mono<Rendering> show(
            @PathVariable UUID studentId,
            @RequestParam(required = false) @Nullable UUID done,
            Caller caller,
            Locale locale) {
        return family.child(caller, studentId)
                .flatMap(child -> Mono.zip(
                                consents.all(child),
                                recorded(child, done),
                                representations
                                        .inForceFor(child.person(), child.id())
                                        .collectList(),
                                emergencies.of(child.id(), child.person(), locale.getLanguage()),
                                units.among(child
                                        .facts()
                                        .enrolment(LocalDate.ofInstant(clock.instant(), LawInForce.ZONE))
                                        .map(Enrolment::schoolId)
                                        .stream()
                                        .toList()))
                        .map(known -> page(
                                child,
                                known.getT1(),
                                known.getT2(),
                                known.getT3(),
                                known.getT4().size(),
                                known.getT5(),
                                family.say(child, locale))));
    }

    /** Who gave an authorisation takes it back, in effect at once. */
    @PostMapping(Paths.REPRESENTATION_END)
    Mono<Rendering> end(@PathVariable UUID studentId, @PathVariable UUID representationId, Caller caller) {
        return representations
                .end(studentId, representationId, caller.requirePerson(), true)
                .thenReturn(Rendering.redirectTo(Paths.child(studentId)).build());
    }

    private Rendering page(
            Child child,
            List<PurposeConsent> all,
            List<LedgerEntry> done,
            List<Representation> represented,
            int emergencyUses,
            List<String> schools,
            Say say) {
        List<Card> cards = consents.cards(all, child, say);
        return Rendering.view("child")
                .modelAttribute("say", say)
                .modelAttribute("child", child)
                .modelAttribute("asked", consents.asked(child, all))
                .modelAttribute("represented", represented)
                .modelAttribute("emergencyUses", emergencyUses)
                .modelAttribute("schools", schools)
                .modelAttribute("waiting", at(Card.Place.WAITING, cards))
                .modelAttribute("settled", at(Card.Place.SETTLED, cards))
                .modelAttribute("byLaw", byLaw(all, say))
                .modelAttribute(
                        "done",
                        done.stream().map(entry -> Done.of(entry, all, say)).toList())
                .build();
    }

    /** The decision just recorded, when the reader made it for this child: a stranger's id shows nothing. */
    private Mono<List<LedgerEntry>> recorded(Child child, @Nullable UUID done) {
        return Mono.justOrEmpty(done)
                .flatMap(ledger::entry)
                .filter(LedgerEntry::isDecision)
                .filter(entry -> entry.key().studentId().equals(child.id())
                        && entry.party().equals(child.party()))
                .map(List::of)
                .defaultIfEmpty(List.of());
    }

    private static List<Card> at(Card.Place place, List<Card> cards) {
        return cards.stream().filter(card -> card.place() == place).toList();
    }

    private static List<ByLaw> byLaw(List<PurposeConsent> all, Say say) {
        return all.stream()
                .map(PurposeConsent::purpose)
                .filter(purpose -> !purpose.basis().needsConsent())
                .map(purpose -> ByLaw.of(purpose, say.language()))
                .toList();
    }

    /**
     * A purpose for which nobody is asked.
     *
     * @param name in plain words
     * @param ground the article and the sector's provision that allow it
     * @param measures how the data is protected; empty when nothing was said
     * @param complaints where to complain; empty when nothing was said
     */
    record ByLaw(String name, String ground, String measures, String complaints) {
        static ByLaw of(PublishedPurpose purpose, String language) {
            Safeguards safeguards = purpose.safeguards();
            String article = purpose.basis().article();
            return new ByLaw(
                    purpose.notice(language).name(),
                    purpose.legalReference() == null ? article : article + "; " + purpose.legalReference(),
                    safeguards == null ? "" : safeguards.measures(language),
                    safeguards == null ? "" : safeguards.complaints(language));
        }
    }

    /**
     * What was recorded a moment ago.
     *
     * @param id names the receipt
     * @param text the confirmation
     */
    record Done(UUID id, String text) {
        static Done of(LedgerEntry entry, List<PurposeConsent> all, Say say) {
            String purpose = all.stream()
                    .map(PurposeConsent::purpose)
                    .filter(each -> each.code().equals(entry.key().purpose()))
                    .map(each -> each.notice(say.language()).name())
                    .findFirst()
                    .orElse(entry.key().purpose());
            return new Done(entry.decisionId(), say.of("done." + entry.kind(), purpose));
        }
    }
}
