package vn.edu.privacy.notification.request.application;

import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.request.domain.Request;

/**
 * A request as kept.
 *
 * @param request the request in its state
 * @param version grows with each change
 * @param assignee id of the officer who handles it, once one does
 */
public record StoredRequest(
        Request request, long version, @Nullable String assignee) {}
