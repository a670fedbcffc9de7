package vn.edu.privacy.notification.access;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.access.GatheredData.HolderReply;
import vn.edu.privacy.notification.access.HolderLine.Settlement;

/**
 * What the requester sees of one holder.
 *
 * @param holder its code
 * @param state what there is to see
 * @param settlement how an officer settled it; only with SETTLED
 * @param asOf when the holder looked; only with SHOWN
 * @param items what it holds, without what is left out; only with SHOWN
 * @param leftOut how many items were left out, by reason
 */
public record ShownHolder(
        String holder,
        State state,
        @Nullable Settlement settlement,
        @Nullable Instant asOf,
        List<HeldData.Item> items,
        Map<LeftOut, Long> leftOut) {
    public ShownHolder {
        items = List.copyOf(items);
        leftOut = Map.copyOf(leftOut);
    }

    static ShownHolder of(HolderLine line, List<HolderReply> replies, Map<Integer, LeftOut> redactions) {
        if (line.state() == HolderLine.State.SETTLED) {
            return new ShownHolder(
                    line.holder(),
                    State.SETTLED,
                    Settlement.valueOf(String.valueOf(line.note())),
                    null,
                    List.of(),
                    Map.of());
        }
        return replies.stream()
                .filter(reply -> reply.data().holder().equals(line.holder()) && reply.releasedAt() != null)
                .findFirst()
                .map(reply -> shown(reply.data(), redactions))
                .orElseGet(() -> new ShownHolder(line.holder(), State.MISSING, null, null, List.of(), Map.of()));
    }

    private static ShownHolder shown(HeldData data, Map<Integer, LeftOut> redactions) {
        Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
        List<HeldData.Item> items = IntStream.range(0, data.items().size())
                .mapToObj(at -> {
                    HeldData.Item item = data.items().get(at);
                    LeftOut gone = LeftOut.gone(item.taken());
                    LeftOut reason = gone == null ? redactions.get(at) : gone;
                    if (reason != null) {
                        leftOut.merge(reason, 1L, Long::sum);
                    }
                    return reason == null ? List.of(item) : List.<HeldData.Item>of();
                })
                .flatMap(List::stream)
                .toList();
        return new ShownHolder(data.holder(), State.SHOWN, null, data.asOf(), items, leftOut);
    }

    /** What there is to see. */
    public enum State {
        /** It answered, and its answer was released. */
        SHOWN,
        /** Its answer is not there, or not released yet. */
        MISSING,
        /** An officer said how it ended. */
        SETTLED
    }
}
