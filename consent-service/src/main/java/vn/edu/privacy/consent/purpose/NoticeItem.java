package vn.edu.privacy.consent.purpose;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.consent.purpose.PurposeDraft.NoticeDraft;

/** What a notice tells in each of its languages (Decree 13 art. 13.2, R-NOT-05), in the order it is read. */
public enum NoticeItem {
    /** The purpose in a few plain words. */
    NAME("name", NoticeDraft::name),
    /** What is done and why (13.2.a). */
    SUMMARY("summary", NoticeDraft::summary),
    /** Manner of processing (13.2.c). */
    PROCESSING("processing", NoticeDraft::processing),
    /** Who sees or receives the data (13.2.d). */
    RECIPIENTS("recipients", NoticeDraft::recipients),
    /** Possible undesirable consequences (13.2.đ). */
    RISKS("risks", NoticeDraft::risks),
    /** What happens if one says no. */
    IF_REFUSED("ifRefused", NoticeDraft::ifRefused),
    /** How to withdraw. */
    WITHDRAWAL("withdrawal", NoticeDraft::withdrawal),
    /** What withdrawing means (art. 12.3). */
    CONSEQUENCES("consequences", NoticeDraft::consequences),
    /** Rights and duties (11.2.d). */
    RIGHTS("rights", NoticeDraft::rights),
    /** The controller and how to reach it. */
    CONTROLLER("controller", NoticeDraft::controller),
    /** The same for a child to read; needed where children are asked (R-CH-26). */
    CHILD_TEXT("childText", NoticeDraft::childText);

    private final String field;
    private final Function<NoticeDraft, @Nullable String> text;

    NoticeItem(String field, Function<NoticeDraft, @Nullable String> text) {
        this.field = field;
        this.text = text;
    }

    /** Its name in bodies of the API. */
    public String field() {
        return field;
    }

    /** What a draft says here; null or blank when it says nothing yet. */
    @Nullable
    String of(NoticeDraft notice) {
        return text.apply(notice);
    }
}
