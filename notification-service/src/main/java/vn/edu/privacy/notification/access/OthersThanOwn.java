package vn.edu.privacy.notification.access;

import java.util.regex.Pattern;
import vn.edu.privacy.notification.access.HeldData.Item;
import vn.edu.privacy.notification.access.HeldData.Taken;

/**
 * Takes out of what a holder answers to a person about their own data everything that is not theirs, before it is kept: by
 * this way nobody learns another guardian's address, nor a child's data. Only what the holder files as a person's own
 * (categories {@code person-…}) and does not call somebody else's stays.
 */
final class OthersThanOwn {
    private static final Pattern OWN = Pattern.compile("person-.+");

    private OthersThanOwn() {}

    /** The item, or that there was one. */
    static Item takenOut(Item item) {
        return OWN.matcher(item.category()).matches() && !item.isAboutOther()
                ? item
                : new Item(item.category(), item.label(), "", item.aboutOther(), Taken.NOT_OWN);
    }
}
