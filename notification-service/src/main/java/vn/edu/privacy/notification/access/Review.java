package vn.edu.privacy.notification.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was gathered and waits for an officer's release.
 *
 * @param requestId the request
 * @param studentId about whom
 * @param answers by holder; empty when nothing waits
 */
public record Review(UUID requestId, UUID studentId, List<Answer> answers) {
    public Review {
        answers = List.copyOf(answers);
    }

    /** Whether anything of it is sensitive, so that who approved may not release it too. */
    public boolean isSensitive() {
        return items().stream().anyMatch(Item::sensitive);
    }

    /** Whether nothing of it is about others, as far as holders and this service can tell. */
    boolean isPlain() {
        return items().stream()
                .noneMatch(item -> item.proposed() != null || item.data().taken() != null);
    }

    private List<Item> items() {
        return answers.stream().flatMap(answer -> answer.items().stream()).toList();
    }

    /**
     * What one holder answered.
     *
     * @param holder its code
     * @param asOf when it looked
     * @param answeredAt when its answer came
     * @param items in its order
     */
    public record Answer(String holder, Instant asOf, Instant answeredAt, List<Item> items) {
        public Answer {
            items = List.copyOf(items);
        }
    }

    /**
     * One piece of data.
     *
     * @param position in the answer, from 0
     * @param data itself
     * @param sensitive whether a purpose says that such data is sensitive, or none knows such data
     * @param proposed why it is left out unless the officer decides otherwise; absent when it is shown
     */
    public record Item(
            int position,
            HeldData.Item data,
            boolean sensitive,
            @Nullable LeftOut proposed) {
        static Item of(int position, HeldData.Item data, boolean sensitive) {
            return new Item(position, data, sensitive, proposal(data));
        }

        /** Whether nothing is left of it to be decided on. */
        public boolean isGone() {
            return LeftOut.gone(data.taken()) != null;
        }

        private static @Nullable LeftOut proposal(HeldData.Item data) {
            LeftOut gone = LeftOut.gone(data.taken());
            if (gone != null) {
                return gone;
            }
            return data.isAboutOther() ? LeftOut.OTHER_PERSON : null;
        }
    }
}
