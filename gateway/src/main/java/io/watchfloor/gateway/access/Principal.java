package io.watchfloor.gateway.access;

import io.vertx.ext.web.RoutingContext;
import io.watchfloor.graph.access.Role;
import java.util.Set;

/**
 * Who asks.
 *
 * @param id of the user or the key
 * @param name what the audit log calls them
 * @param areaIds areas they answer for; empty for the whole district
 * @param personId who of the roster they are; null when nobody
 * @param actsForOthers whether they may name in whose name they act
 * @param source the only feed they may hand in reports of; null for any
 * @param session hash of the session they came with; null for a program
 * @param sealedSecret what signs the program's requests; null for anybody else
 * @param settingUp whether they still have to set a password and a second factor
 */
public record Principal(
        String id,
        String name,
        Set<Role> roles,
        Set<String> areaIds,
        String personId,
        boolean actsForOthers,
        String source,
        String session,
        String sealedSecret,
        boolean settingUp) {

    private static final String KEY = "watchfloor.principal";
    private static final Set<Role> SEE_CALLERS = Set.of(Role.CALL_TAKER, Role.DISPATCHER, Role.DUTY_OFFICER);

    /** Who asks in this request; null when nobody that is known. */
    public static Principal of(RoutingContext ctx) {
        return ctx.get(KEY);
    }

    void putTo(RoutingContext ctx) {
        ctx.put(KEY, this);
    }

    /** Whether they have one of these roles. */
    public boolean isOneOf(Set<Role> some) {
        return some.stream().anyMatch(roles::contains);
    }

    /** Whether they may see who called and from which number. */
    public boolean seesPersonalData() {
        return isOneOf(SEE_CALLERS);
    }

    /** Whether they answer for some areas only. */
    public boolean isLimitedToAreas() {
        return !areaIds.isEmpty();
    }

    /** Whether it is a program. */
    public boolean isProgram() {
        return session == null;
    }
}
