package vn.edu.privacy.notification.oversight.application;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.edu.privacy.notification.oversight.domain.Table;
import vn.edu.privacy.notification.oversight.domain.Units;

/**
 * How requests of a year were handled.
 *
 * @param year of their receipt
 * @param asOf when it was counted
 * @param unit the school that it is about; every school when null
 * @param smallestGroup groups of fewer are not shown; 0 where every figure is
 * @param types per type, with the total
 * @param units per district and school; empty of lines for one school
 * @param clocks per deadline and provision
 * @param grounds refused ones per ground
 * @param ages open ones by age
 * @param months withdrawals and others per month
 */
public record Report(
        int year,
        Instant asOf,
        @Nullable String unit,
        int smallestGroup,
        Table types,
        Units units,
        Map<String, Table> clocks,
        Table grounds,
        Table ages,
        Table months) {}
