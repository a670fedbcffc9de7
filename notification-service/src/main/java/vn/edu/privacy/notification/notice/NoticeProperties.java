package vn.edu.privacy.notification.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How notices leave the house.
 *
 * @param from the sender's address
 */
@ConfigurationProperties("privacy.notice")
record NoticeProperties(String from) {}
