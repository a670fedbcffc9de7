package vn.edu.privacy.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What consent-service asks to be told.
 *
 * @param id telling twice under one id says it once
 * @param kind what happened or will
 * @param people person ids
 * @param officersOfSchool the school whose officers are told, or null
 * @param matter what it is about
 * @param at when; the same for all of one run
 */
record Announced(
        UUID id,
        NoticeKind kind,
        List<UUID> people,
        @Nullable String officersOfSchool,
        Matter matter,
        Instant at) {}
