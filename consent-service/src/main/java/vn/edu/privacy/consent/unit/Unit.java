package vn.edu.privacy.consent.unit;

import java.util.Map;

/**
 * A unit of the sector that the letter speaks to (heading; S-01).
 *
 * @param code stable; a school's is the one that checks and the roster name
 * @param level where it stands
 * @param standing whether the State runs it
 * @param name by language, {@code vi} and {@code en}
 * @param contact how people reach it about their data, by language
 */
record Unit(String code, Level level, Standing standing, Map<String, String> name, Map<String, String> contact) {
    Unit {
        name = Map.copyOf(name);
        contact = Map.copyOf(contact);
    }

    /** Where a unit stands in the tree. */
    enum Level {
        /** The Department of Education; it has nobody above it. */
        DEPARTMENT,
        /** An office in between, as many steps as there are. */
        OFFICE,
        /** A school; it has nobody below it. */
        SCHOOL
    }

    /** Who runs it. */
    enum Standing {
        /** The State. */
        PUBLIC,
        /** Others. */
        NON_PUBLIC
    }
}
