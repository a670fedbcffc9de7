package vn.edu.privacy.platform.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The realm's roles. In tokens they are written in kebab-case ({@code school-officer}). */
public enum Role {
    GUARDIAN,
    STUDENT,
    SCHOOL_SYSTEM,
    SCHOOL_OFFICER,
    DATA_PROTECTION_OFFICER,
    SCHOOL_STAFF,
    HEAD_OF_UNIT,
    DEPARTMENT_OFFICER,
    DEPARTMENT_SYSTEM,
    INSPECTOR,
    ROSTER_SYSTEM,
    DATA_HOLDER;

    /** The name of the role in the realm. */
    public String realmName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that name in the realm; none for roles that mean nothing here. */
    public static Optional<Role> ofRealmName(String name) {
        return Arrays.stream(values())
                .filter(role -> role.realmName().equals(name))
                .findFirst();
    }
}
