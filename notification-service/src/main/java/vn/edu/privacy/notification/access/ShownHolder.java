package vn.edu.privacy.notification.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.access.GatheredData.HolderReply;
import vn.edu.privacy.notification.access.HolderLine.Settlement;
import vn.edu.privacy.notification.access.Redactions.Redaction;

/**
 * What the requester sees of one holder.
 *
 * @param holder its code
 * @param state what there is to see
 * @param settlement how an officer settled it; only with SETTLED
 * @param asOf when the holder looked; only with SHOWN
 * @param items what it holds, without what is left out; only with SHOWN
 * @param leftOut how many items were left out, by reason
 * @param covered of how many items some words were left out, by reason
 */
public record ShownHolder(
        String holder,
        State state,
        @Nullable Settlement settlement,
        @Nullable Instant asOf,
        List<HeldData.Item> items,
        Map<LeftOut, Long> leftOut,
        Map<LeftOut, Long> covered) {
    public ShownHolder {
        items = List.copyOf(items);
        leftOut = Map.copyOf(leftOut);
        covered = Map.copyOf(covered);
    }

    static ShownHolder of(HolderLine line, List<HolderReply> replies, Map<Integer, Redaction> redactions) {
        if (line.state() == HolderLine.State.SETTLED) {
            return new ShownHolder(
                    line.holder(),
                    State.SETTLED,
                    Settlement.valueOf(String.valueOf(line.note())),
                    null,
                    List.of(),
                    Map.of(),
                    Map.of());
        }
        return replies.stream()
                .filter(reply -> reply.data().holder().equals(line.holder()) && reply.releasedAt() != null)
                .findFirst()
                .map(reply -> shown(reply.data(), redactions))
                .orElseGet(
                        () -> new ShownHolder(line.holder(), State.MISSING, null, null, List.of(), Map.of(), Map.of()));
    }

    private static ShownHolder shown(HeldData data, Map<Integer, Redaction> redactions) {
        Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
        Map<LeftOut, Long> covered = new EnumMap<>(LeftOut.class);
        List<HeldData.Item> items = new ArrayList<>();
        for (int at = 0; at < data.items().size(); at++) {
            HeldData.Item item = data.items().get(at);
            LeftOut gone = LeftOut.gone(item.taken());
            Redaction redaction = redactions.get(at);
            if (gone != null) {
                leftOut.merge(gone, 1L, Long::sum);
            } else if (redaction == null) {
                items.add(item);
            } else if (redaction.covered().isAll()) {
                leftOut.merge(redaction.reason(), 1L, Long::sum);
            } else {
                covered.merge(redaction.reason(), 1L, Long::sum);
                items.add(item.with(redaction.covered().in(item.value())));
            }
        }
        return new ShownHolder(data.holder(), State.SHOWN, null, data.asOf(), items, leftOut, covered);
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
