package vn.edu.privacy.notification.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices leave the house.
 *
 * @param from the sender's address
 * @param gatherFor how long the e-mail of an announcement waits for others of the same run, that go with it
 */
@ConfigurationProperties("privacy.notice")
record NoticeProperties(String from, @DefaultValue("PT1M") Duration gatherFor) {}
