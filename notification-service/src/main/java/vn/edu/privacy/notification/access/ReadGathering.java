package vn.edu.privacy.notification.access;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.edu.privacy.notification.request.application.ReadRequests;
import vn.edu.privacy.notification.request.application.Reader;

/** Tells how far each holder is, and whether something waits for release. */
@Component
public class ReadGathering {
    private final ReadRequests requests;
    private final HolderLines lines;
    private final GatheredData data;

    ReadGathering(ReadRequests requests, HolderLines lines, GatheredData data) {
        this.requests = requests;
        this.lines = lines;
        this.data = data;
    }

    /** By holder; {@code RequestRefused} (in the Mono) when the reader may not know of the request. */
    public Mono<List<HolderLine>> of(UUID requestId, Reader reader) {
        return requests.one(requestId, reader).then(lines.of(requestId));
    }

    /** Whether an answer waits for an officer's release. */
    public Mono<Boolean> waits(UUID requestId) {
        return data.waits(requestId);
    }
}
