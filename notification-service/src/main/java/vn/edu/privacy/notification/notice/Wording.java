package vn.edu.privacy.notification.notice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import vn.edu.privacy.notification.channel.Channel;

/**
 * The words of one kind for one channel in one language.
 *
 * @param name the kind, or {@link #DIGEST}
 * @param channel where they are read
 * @param language in which
 * @param subject of an e-mail, or title in the portal; empty elsewhere
 * @param body the text; {@link #LINK} and {@link #TITLES} stand where those go, and nothing else is ever put in
 */
record Wording(String name, Channel channel, Locale language, String subject, String body) {
    /** Name of the words for a message that leads to several notices of different kinds. */
    static final String DIGEST = "DIGEST";

    static final String LINK = "{link}";
    static final String TITLES = "{titles}";

    /** By which one wording is told from another. */
    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((subject + "\0" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    /** The text with its link, and the titles of the notices it leads to. */
    String text(String link, String titles) {
        return body.replace(TITLES, titles).replace(LINK, link);
    }
}
