package vn.edu.privacy.consent.sharing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.consent.sharing.SharingAgreement.Content;
import vn.edu.privacy.consent.sharing.SharingRecipient.Route;
import vn.edu.privacy.consent.sharing.SharingRecipient.Sector;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.problem.ProblemException;
import vn.edu.privacy.platform.problem.ProblemType;

/** The register of recipients over HTTP, kept by the Department. */
@RestController
@RequestMapping("/v1/sharing-recipients")
@Validated
class RecipientController {
    static final ProblemType ROUTE_NOT_ALLOWED = new ProblemType("route-not-allowed", 422);
    static final ProblemType AGREEMENT_DATES = new ProblemType("agreement-dates", 422);
    private static final String CODE = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String ENTITY = "[A-Za-z0-9][A-Za-z0-9.-]{2,39}";
    private static final String WORDS = "[^\\p{Cntrl}]*[^\\p{Cntrl}\\s][^\\p{Cntrl}]*";

    private final R2dbcRecipients recipients;
    private final Clock clock;

    RecipientController(R2dbcRecipients recipients, Clock clock) {
        this.recipients = recipients;
        this.clock = clock;
    }

    @GetMapping
    Mono<Answer> list() {
        return recipients.list().map(Item::of).collectList().map(Answer::new);
    }

    @PutMapping("/{code}")
    Mono<Item> keep(
            @PathVariable @Size(min = 2, max = 60) @Pattern(regexp = CODE) String code,
            @Valid @RequestBody Registration body,
            Caller caller) {
        SharingRecipient recipient = body.recipient(code);
        return recipients
                .keep(recipient, caller.id(), clock.instant().truncatedTo(ChronoUnit.MICROS))
                .thenReturn(Item.of(recipient));
    }

    /** {@code PUT /v1/sharing-recipients/{code}}. */
    record Registration(
            @NotNull @Valid Name name,
            @NotNull Sector sector,
            @NotNull @Pattern(regexp = ENTITY) String legalEntity,
            @NotNull Route route,
            @Nullable @Valid Signed agreement) {
        SharingRecipient recipient(String code) {
            if (sector == Sector.OUT && route != Route.DATA_AXIS) {
                throw ProblemException.of(ROUTE_NOT_ALLOWED).field("route");
            }
            return new SharingRecipient(
                    code,
                    Map.of("vi", name.vi(), "en", name.en()),
                    sector,
                    legalEntity,
                    route,
                    agreement == null ? null : agreement.agreement());
        }
    }

    /** A name in both languages. */
    record Name(
            @NotNull @Size(max = 200) @Pattern(regexp = WORDS)
            String vi,

            @NotNull @Size(max = 200) @Pattern(regexp = WORDS)
            String en) {}

    /** An agreement. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signed(
            @NotNull @Size(max = 100) @Pattern(regexp = WORDS)
            String reference,

            @NotNull LocalDate signedOn,
            @NotNull LocalDate from,
            @Nullable LocalDate until,
            @NotNull @Size(max = 7) Set<@NotNull Content> states) {
        SharingAgreement agreement() {
            if (until != null && until.isBefore(from)) {
                throw ProblemException.of(AGREEMENT_DATES).field("agreement.until");
            }
            return new SharingAgreement(reference.strip(), signedOn, from, until, states);
        }

        static Signed of(SharingAgreement agreement) {
            return new Signed(
                    agreement.reference(),
                    agreement.signedOn(),
                    agreement.from(),
                    agreement.until(),
                    agreement.states());
        }
    }

    /** A recipient, with what its agreement fails to state. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String code,
            Map<String, String> name,
            Sector sector,
            String legalEntity,
            Route route,
            @Nullable Signed agreement,
            List<Content> missing) {
        static Item of(SharingRecipient recipient) {
            SharingAgreement agreement = recipient.agreement();
            return new Item(
                    recipient.code(),
                    recipient.name(),
                    recipient.sector(),
                    recipient.legalEntity(),
                    recipient.route(),
                    agreement == null ? null : Signed.of(agreement),
                    agreement == null
                            ? List.of(Content.values())
                            : agreement.missing().stream().sorted().toList());
        }
    }

    /** All of them, by code. */
    record Answer(List<Item> items) {}
}
