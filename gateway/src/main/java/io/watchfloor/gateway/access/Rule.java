package io.watchfloor.gateway.access;

import io.watchfloor.graph.access.Role;
import java.util.Set;

/**
 * Who may use an operation.
 *
 * @param kind whether anybody may, anybody who signed in, or those with a role
 * @param roles who may without more
 * @param ofThemselves who may when it is about the person that they are
 * @param standIns who may when people are made up, or when they are a program that acts for others
 */
record Rule(Kind kind, Set<Role> roles, Set<Role> ofThemselves, Set<Role> standIns) {
    /** How an operation is guarded. */
    enum Kind {
        /** By nothing: it tells nothing of anybody, or checks its callers itself. */
        OPEN,
        /** By a sign-in that need not be complete yet. */
        SETTING_UP,
        /** By a sign-in. */
        SIGNED_IN,
        /** By a role. */
        ROLE
    }

    static Rule of(Kind kind) {
        return new Rule(kind, Set.of(), Set.of(), Set.of());
    }

    static Rule of(Set<Role> roles) {
        return new Rule(Kind.ROLE, roles, Set.of(), Set.of());
    }

    /** Whether one of these roles may use it, whatever it is about. */
    boolean isFor(Set<Role> some, boolean mayStandIn) {
        return some.stream().anyMatch(role -> roles.contains(role) || (mayStandIn && standIns.contains(role)));
    }

    Rule orOfThemselves(Role role) {
        return new Rule(kind, roles, Set.of(role), standIns);
    }

    Rule orStandIns(Set<Role> some) {
        return new Rule(kind, roles, ofThemselves, some);
    }
}
