package vn.edu.privacy.notification.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.access.GatheredData.HolderReply;
import vn.edu.privacy.notification.catalogue.Catalogue;
import vn.edu.privacy.notification.request.domain.Facts;

/** Puts together what waits for release, with what the catalogue knows of its sensitivity (R-SEN-01). */
@Component
class Reviews {
    private final GatheredData data;
    private final Catalogue catalogue;

    Reviews(GatheredData data, Catalogue catalogue) {
        this.data = data;
        this.catalogue = catalogue;
    }

    Mono<Review> of(Facts request) {
        UUID id = request.id();
        return data.of(id).flatMap(replies -> {
            List<HolderReply> waiting =
                    replies.stream().filter(reply -> reply.releasedAt() == null).toList();
            List<String> categories = waiting.stream()
                    .flatMap(reply -> reply.data().items().stream())
                    .map(HeldData.Item::category)
                    .distinct()
                    .toList();
            return catalogue
                    .sensitive(categories)
                    .map(sensitive -> new Review(
                            id,
                            request.studentId(),
                            waiting.stream()
                                    .map(reply -> answer(reply, sensitive))
                                    .toList()));
        });
    }

    private static Review.Answer answer(HolderReply reply, Set<String> sensitive) {
        List<HeldData.Item> items = reply.data().items();
        return new Review.Answer(
                reply.data().holder(),
                reply.data().asOf(),
                reply.answeredAt(),
                IntStream.range(0, items.size())
                        .mapToObj(at -> Review.Item.of(
                                at,
                                items.get(at),
                                sensitive.contains(items.get(at).category())))
                        .toList());
    }
}
