package vn.edu.privacy.notification.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices leave the house.
 *
 * @param from the sender's address
 * @param directory code of the holder that knows people's addresses
 */
@ConfigurationProperties("privacy.notice")
record NoticeProperties(
        String from, @DefaultValue("sector-database") String directory) {}
