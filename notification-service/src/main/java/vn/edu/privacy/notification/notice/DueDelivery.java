package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * An e-mail to be sent now by who claimed it.
 *
 * @param noticeId what it tells
 * @param personId to whom
 * @param kind what happened
 * @param matter what it is about; no single student where more than one is told of in this e-mail
 * @param attempts how many have failed before
 * @param claimedUntil from when on somebody else may claim it
 */
record DueDelivery(UUID noticeId, UUID personId, NoticeKind kind, Matter matter, int attempts, Instant claimedUntil) {}
