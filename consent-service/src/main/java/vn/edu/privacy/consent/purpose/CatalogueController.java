package vn.edu.privacy.consent.purpose;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The catalogue as officers see it. */
@RestController
class CatalogueController {
    private final ReadCatalogue catalogue;

    CatalogueController(ReadCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/v1/purpose-catalogue")
    Mono<Overview> overview(Locale language) {
        return catalogue
                .all()
                .map(entries -> new Overview(
                        entries.stream().map(entry -> Item.of(entry, language)).toList(),
                        entries.stream()
                                .filter(ReadCatalogue.Entry::reviewDue)
                                .map(ReadCatalogue.Entry::code)
                                .toList()));
    }

    /**
     * All purposes.
     *
     * @param reviewDue those whose review of processing without consent is due (Law 91/2025 art. 19.2)
     */
    record Overview(List<Item> items, List<String> reviewDue) {}

    /** One purpose. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String code,
            String name,
            String state,
            Instant since,
            @Nullable Integer version,
            @Nullable LawfulBasis lawfulBasis,
            @Nullable LocalDate nextReview,
            boolean reviewDue,
            @Nullable Draft draft) {
        static Item of(ReadCatalogue.Entry entry, Locale language) {
            PurposeState state = entry.state();
            Optional<PublishedPurpose> newest = entry.newest();
            return new Item(
                    entry.code(),
                    entry.name(language.getLanguage()),
                    state.name(),
                    state.since(),
                    newest.map(PublishedPurpose::version).orElse(null),
                    newest.map(PublishedPurpose::basis).orElse(null),
                    newest.map(PublishedPurpose::safeguards)
                            .map(Safeguards::nextReview)
                            .orElse(null),
                    entry.reviewDue(),
                    entry.draft().map(Draft::of).orElse(null));
        }
    }

    /** What is being written. */
    record Draft(Instant savedAt, boolean outdated, boolean publishable, int missing) {
        static Draft of(DraftReview review) {
            return new Draft(
                    review.draft().savedAt(),
                    review.outdated(),
                    review.publishable(),
                    review.missing().size());
        }
    }
}
