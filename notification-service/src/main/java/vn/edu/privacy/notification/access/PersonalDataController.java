package vn.edu.privacy.notification.access;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.holder.HolderRegistry;
import vn.edu.privacy.notification.holder.KnownHolder;
import vn.edu.privacy.platform.identity.Caller;

/** What was gathered, over HTTP; never cached. */
@RestController
class PersonalDataController {
    private final ViewPersonalData viewing;
    private final HolderRegistry registry;

    PersonalDataController(ViewPersonalData viewing, HolderRegistry registry) {
        this.viewing = viewing;
        this.registry = registry;
    }

    @GetMapping("/v1/requests/{id}/personal-data")
    Mono<ResponseEntity<Response>> read(@PathVariable UUID id, Caller caller, Locale locale) {
        String language = locale.getLanguage();
        return viewing.view(id, caller.requirePerson())
                .map(data -> new Response(
                        data.requestId(),
                        data.studentId(),
                        data.asOf(),
                        data.until(),
                        data.holders().stream()
                                .map(held -> held(held, language))
                                .toList()))
                .map(response ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(response));
    }

    private Held held(HeldData held, String language) {
        return new Held(
                held.holder(),
                registry.find(held.holder())
                        .map((KnownHolder holder) -> holder.name(language))
                        .orElse(held.holder()),
                held.asOf(),
                held.items().stream()
                        .map(item -> new Item(item.category(), item.label(language), item.value()))
                        .toList());
    }

    /** Answer of {@code GET /v1/requests/{id}/personal-data}. */
    record Response(UUID requestId, UUID studentId, Instant asOf, Instant availableUntil, List<Held> holders) {}

    /** What one holder holds. */
    record Held(String holder, String name, Instant asOf, List<Item> items) {}

    /** One piece of data. */
    record Item(String category, String label, String value) {}
}
