package vn.edu.privacy.consent.roster;

import java.util.UUID;

/**
 * A student's name, opened for a page.
 *
 * @param studentId whose
 * @param full as the sector database writes it
 */
public record StudentName(UUID studentId, String full) {}
