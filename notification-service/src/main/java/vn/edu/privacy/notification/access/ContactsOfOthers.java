package vn.edu.privacy.notification.access;

import java.util.regex.Pattern;
import vn.edu.privacy.notification.access.HeldData.Item;
import vn.edu.privacy.notification.access.HeldData.Taken;

/**
 * Takes out of what a holder answers how to reach anybody but the student, before it is kept: one guardian never learns
 * the other's address, telephone number or e-mail address, and no officer can decide otherwise by mistake. Works on what
 * the holder says of an item, and on the item itself where the holder says nothing.
 */
final class ContactsOfOthers {
    private static final String HIDDEN = "•••";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(cha|mẹ|bố|phụ huynh|giám hộ|người thân|gia đình|khẩn cấp|father|mother|parents?|guardians?|relatives?|"
                    + "family|emergency|siblings?)\\b",
            FLAGS);
    private static final Pattern CONTACT = Pattern.compile(
            "\\b(địa chỉ|nơi ở|nơi cư trú|điện thoại|di động|sđt|số đt|thư điện tử|liên hệ|liên lạc|zalo|address|phone|"
                    + "telephone|mobile|e-?mails?|contacts?)\\b",
            FLAGS);
    /** Ten or eleven digits as numbers are given here, 84 in front of nine or ten, or another country's. */
    private static final Pattern PHONE = Pattern.compile("(?<![\\d.])(?:(?:\\+|00)\\d{1,3}\\)?[ .\\-]?"
            + "(?:\\(?\\d\\)?[ .\\-]?){7,11}|(?:0|84)(?:[ .\\-]?\\d){9,10})(?!\\d)");

    /** Begins where a word does and gives nothing back: it reads a long text once, whatever a holder sends. */
    private static final Pattern EMAIL =
            Pattern.compile("(?<![\\w.+\\-])[\\w.+\\-]++@[\\w\\-]++(?:\\.[\\w\\-]++)++", FLAGS);
    /** Contacts of the student, and numbers that look like telephone numbers and are none. */
    private static final Pattern OWN = Pattern.compile("student-.+|.+-(number|code|id|date|account)");

    private ContactsOfOthers() {}

    /** The item without them. */
    static Item takenOut(Item item) {
        String about = item.category().replace('-', ' ') + " "
                + String.join(" ", item.label().values());
        boolean contact = CONTACT.matcher(about).find();
        boolean other = item.isAboutOther() || OTHERS.matcher(about).find();
        if (other && (contact || hasContact(item.value()))) {
            return with(item, "", Taken.ALL);
        }
        if (OWN.matcher(item.category()).matches() || !hasContact(item.value())) {
            return item;
        }
        return with(item, masked(item.value()), Taken.PART);
    }

    private static boolean hasContact(String value) {
        return PHONE.matcher(value).find() || EMAIL.matcher(value).find();
    }

    private static String masked(String value) {
        return EMAIL.matcher(PHONE.matcher(value).replaceAll(HIDDEN)).replaceAll(HIDDEN);
    }

    private static Item with(Item item, String value, Taken taken) {
        return new Item(item.category(), item.label(), value, item.aboutOther(), taken);
    }
}
