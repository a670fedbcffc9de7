package vn.edu.privacy.notification.holder;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registry of holders over HTTP. */
@RestController
class HolderController {
    private final HolderRegistry registry;

    HolderController(HolderRegistry registry) {
        this.registry = registry;
    }

    @GetMapping("/v1/holders")
    Known list(Locale locale) {
        return new Known(registry.all().stream()
                .map(holder -> new Item(holder.code(), holder.name(locale.getLanguage()), holder.channel()))
                .toList());
    }

    /** Answer of {@code GET /v1/holders}. */
    record Known(List<Item> items) {}

    /** A holder. */
    record Item(String code, String name, KnownHolder.Channel channel) {}
}
