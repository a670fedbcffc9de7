package vn.edu.privacy.notification.channel;

import java.util.Locale;

/**
 * A message to one person, without anything personal in it.
 *
 * @param id the same whenever this message is sent again, so that whoever took it before knows it
 * @param channel by which it leaves
 * @param subject empty where the channel has none
 * @param text with the link in it
 * @param language of the text
 * @param template name of the wording
 * @param version of the wording
 */
public record Message(
        String id, Channel channel, String subject, String text, Locale language, String template, int version) {}
