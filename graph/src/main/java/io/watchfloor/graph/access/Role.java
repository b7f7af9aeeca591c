package io.watchfloor.graph.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person or a program may be here. The three administrators keep an eye on each other: nobody is two of them. */
public enum Role {
    /** Takes calls: sees callers, corrects what was read. */
    CALL_TAKER,
    /** Sends people. */
    DISPATCHER,
    /** Answers for the shift: everything that happens on the floor. */
    DUTY_OFFICER,
    /** Goes out; sees what they are sent to. */
    RESPONDER,
    /** A program that hands in reports. */
    FEED,
    /** Runs drills. */
    DRILL_DIRECTOR,
    /** Keeps the district and the system's data. */
    SYSTEM_ADMIN,
    /** Reads the audit log. */
    AUDIT_ADMIN,
    /** Says who may do what. */
    SECURITY_ADMIN;

    private static final Set<Role> ADMINS = EnumSet.of(SYSTEM_ADMIN, AUDIT_ADMIN, SECURITY_ADMIN);

    /** As it is written outside: {@code duty-officer}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role that is written so. */
    public static Optional<Role> find(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst();
    }

    /** Whether one person may have all of these: at most one of them administers. */
    public static boolean mayBeOnePersons(Collection<Role> roles) {
        return roles.stream().filter(ADMINS::contains).distinct().count() <= 1;
    }
}
