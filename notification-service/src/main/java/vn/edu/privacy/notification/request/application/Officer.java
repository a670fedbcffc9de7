package vn.edu.privacy.notification.request.application;

import org.jspecify.annotations.Nullable;

/**
 * Who rules on requests.
 *
 * @param id the account
 * @param schoolId the school whose requests the officer handles; every school's when absent
 */
public record Officer(String id, @Nullable String schoolId) {}
