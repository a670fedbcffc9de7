package vn.edu.privacy.notification.request.domain;

/**
 * What an officer answers when a request cannot be met.
 *
 * @param ground one of those that the law knows
 * @param text the explanation that the requester is given
 */
public record Refusal(RefusalGround ground, String text) {}
