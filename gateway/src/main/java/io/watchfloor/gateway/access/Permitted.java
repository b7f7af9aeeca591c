package io.watchfloor.gateway.access;

import io.watchfloor.graph.access.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody may use of the API, for pages that offer only that. The guard decides all the same.
 *
 * @param operations ids of those that they may use, whatever they are about; what is open to anybody is not among them
 * @param withheld those that they may not, with the roles that may
 */
public record Permitted(List<String> operations, Map<String, List<String>> withheld) {
    /** What nobody in particular may. */
    public static final Permitted NOTHING = new Permitted(List.of(), Map.of());

    /**
     * What these roles may.
     *
     * @param mayStandIn whether they may do in a person's place what only the person does
     * @param settingUp whether they have to set a password and a second factor first
     */
    public static Permitted of(Set<Role> roles, boolean mayStandIn, boolean settingUp) {
        return Rights.permit(roles, mayStandIn, settingUp);
    }
}
