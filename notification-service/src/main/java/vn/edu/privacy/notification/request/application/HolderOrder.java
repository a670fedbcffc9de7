package vn.edu.privacy.notification.request.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.holder.Action;
import vn.edu.privacy.notification.holder.Correction;
import vn.edu.privacy.notification.request.domain.Facts;

/**
 * What a request has holders and recipients do.
 *
 * @param facts of the request
 * @param action what they are to do
 * @param targets with which data
 * @param corrections what RECTIFY puts right: sealed with the order, destroyed once it is done; empty otherwise
 * @param onceStopped whether each is told only once it has stopped, which the same request has it do
 * @param due until when; absent for the request's earliest deadline of being carried out
 */
public record HolderOrder(
        Facts facts,
        Action action,
        List<Target> targets,
        List<Correction> corrections,
        boolean onceStopped,
        @Nullable Instant due) {
    public HolderOrder {
        targets = List.copyOf(targets);
        corrections = List.copyOf(corrections);
        if ((action == Action.RECTIFY) == corrections.isEmpty()) {
            throw new IllegalArgumentException("corrections belong to RECTIFY, and nothing else");
        }
    }

    /** About all data of these purposes, to everybody who holds or receives it. */
    public static HolderOrder of(Facts facts, Action action, Collection<String> purposes) {
        return new HolderOrder(facts, action, purposes.stream().map(Target::all).toList(), List.of(), false, null);
    }

    /** About some data only. */
    public static HolderOrder of(Facts facts, Action action, List<Target> targets) {
        return new HolderOrder(facts, action, targets, List.of(), false, null);
    }

    /** Have it put right by each holder of these purposes, each told once. */
    public static HolderOrder rectify(Facts facts, List<Target> targets, List<Correction> corrections) {
        return new HolderOrder(facts, Action.RECTIFY, targets, corrections, false, null);
    }

    /** Erase what was held for these purposes, each holder once it has stopped, and before {@code due}. */
    static HolderOrder eraseOnceStopped(Facts facts, Collection<String> purposes, Instant due) {
        return new HolderOrder(
                facts, Action.ERASE, purposes.stream().map(Target::all).toList(), List.of(), true, due);
    }

    /**
     * Data of one purpose.
     *
     * @param purpose its code
     * @param holders codes of those to tell; everybody who holds or receives it when empty
     * @param dataCategories codes; all of the purpose's when empty
     */
    public record Target(String purpose, List<String> holders, List<String> dataCategories) {
        public Target {
            holders = List.copyOf(holders);
            dataCategories = List.copyOf(dataCategories);
        }

        /** All data of a purpose, everywhere. */
        public static Target all(String purpose) {
            return new Target(purpose, List.of(), List.of());
        }
    }
}
