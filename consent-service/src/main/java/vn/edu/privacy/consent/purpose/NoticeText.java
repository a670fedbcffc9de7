package vn.edu.privacy.consent.purpose;

import org.jspecify.annotations.Nullable;

/**
 * The processing notice in one language: the items of Decree 13 art. 13.2 and what R-NOT-05 adds.
 *
 * @param name the purpose in a few plain words
 * @param summary what is done and why, in one or two sentences
 * @param processing manner of processing (13.2.c)
 * @param recipients who sees or receives the data (13.2.d)
 * @param risks possible undesirable consequences (13.2.đ)
 * @param ifRefused what happens if one says no
 * @param withdrawal how to withdraw
 * @param consequences what withdrawing means (art. 12.3)
 * @param rights rights and duties (11.2.d)
 * @param controller the controller and how to reach it
 * @param childText the same for a child to read (R-CH-26)
 */
public record NoticeText(
        String name,
        String summary,
        String processing,
        String recipients,
        String risks,
        String ifRefused,
        String withdrawal,
        String consequences,
        String rights,
        String controller,
        @Nullable String childText) {}
