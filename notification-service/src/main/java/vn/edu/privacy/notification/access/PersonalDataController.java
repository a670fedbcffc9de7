package vn.edu.privacy.notification.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.HolderLine.Settlement;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.platform.identity.Caller;
import vn.edu.privacy.platform.identity.FreshLogin;

/** What was gathered and released, over HTTP; never cached. */
@RestController
class PersonalDataController {
    private final ViewPersonalData viewing;
    private final HolderRegistry registry;
    private final FreshLogin fresh;

    PersonalDataController(ViewPersonalData viewing, HolderRegistry registry, FreshLogin fresh) {
        this.fresh = fresh;
        this.viewing = viewing;
        this.registry = registry;
    }

    @GetMapping("/v1/requests/{id}/personal-data")
    Mono<ResponseEntity<Response>> read(@PathVariable UUID id, Caller caller, Locale locale) {
        String language = locale.getLanguage();
        return fresh.require(caller)
                .then(Mono.defer(() -> viewing.view(id, caller.requirePerson())))
                .map(data -> new Response(
                        data.requestId(),
                        data.studentId(),
                        data.asOf(),
                        data.until(),
                        data.isComplete(),
                        data.holders().stream()
                                .map(held -> held(held, language))
                                .toList()))
                .map(response ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(response));
    }

    private Held held(ShownHolder held, String language) {
        return new Held(
                held.holder(),
                OwnRecords.name(registry, held.holder(), language),
                held.state(),
                held.settlement(),
                held.asOf(),
                held.items().stream()
                        .map(item -> new Item(
                                item.category(),
                                item.label(language),
                                item.value(language),
                                item.taken() == null ? null : LeftOut.CONTACT_OF_OTHER))
                        .toList(),
                omissions(held.leftOut()),
                omissions(held.covered()));
    }

    private static List<Omission> omissions(Map<LeftOut, Long> byReason) {
        return byReason.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Omission(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Answer of {@code GET /v1/requests/{id}/personal-data}. */
    record Response(
            UUID requestId,
            UUID studentId,
            Instant asOf,
            Instant availableUntil,
            boolean complete,
            List<Held> holders) {}

    /** What one holder holds. */
    record Held(
            String holder,
            String name,
            ShownHolder.State state,
            @Nullable Settlement settlement,
            @Nullable Instant asOf,
            List<Item> items,
            List<Omission> leftOut,
            List<Omission> covered) {}

    /** One piece of data; {@code partly} says why part of the value was taken out. */
    record Item(
            String category,
            String label,
            String value,
            @Nullable LeftOut partly) {}

    /** How many items were left out, or some words of them, for a reason. */
    record Omission(LeftOut reason, long items) {}
}
