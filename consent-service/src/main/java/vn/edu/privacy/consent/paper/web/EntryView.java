package vn.edu.privacy.consent.paper.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry, with what has to be compared with its evidence and nothing else.
 *
 * @param student the student's name
 * @param purpose the purpose's name
 * @param version of the notice
 * @param party who decided, as what; absent for documents of a settlement
 * @param says what it says
 * @param categories the data that an agreement is limited to; empty when it is for all
 * @param conditions in the party's own words
 * @param lastDay the last day granted
 * @param expressedOn when it was signed or said
 * @param method how
 * @param reference where the evidence is kept
 * @param enteredAt when it was entered
 */
record EntryView(
        String student,
        String purpose,
        int version,
        @Nullable String party,
        String says,
        List<String> categories,
        List<String> conditions,
        @Nullable LocalDate lastDay,
        @Nullable LocalDate expressedOn,
        String method,
        String reference,
        Instant enteredAt) {}
