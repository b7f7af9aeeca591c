package io.watchfloor.graph.access;

import io.watchfloor.graph.access.UserRegister.Credentials;
import io.watchfloor.graph.access.UserRegister.User;
import io.watchfloor.graph.connection.GraphTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/** A user as a node. */
final class UserNode {
    private UserNode() {}

    static User from(Value node) {
        boolean set =
                !node.get("passwordHash").isNull() && !node.get("sealedFactor").isNull();
        return new User(
                node.get("id").asString(),
                node.get("name").asString(),
                roles(node),
                new HashSet<>(strings(node, "areaIds")),
                node.get("personId").asString(null),
                node.get("disabled").asBoolean(false),
                set || !node.get("subject").isNull(),
                strings(node, "recoveryHashes").size(),
                node.get("createdBy").asString(),
                GraphTime.fromGraph(node.get("createdAt")));
    }

    static Credentials credentials(Value node) {
        return new Credentials(
                from(node),
                node.get("passwordHash").asString(null),
                node.get("sealedFactor").asString(null));
    }

    static Set<Role> roles(Value node) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        strings(node, "roles").forEach(name -> Role.find(name).ifPresent(roles::add));
        return roles;
    }

    static List<String> names(Collection<Role> roles) {
        return roles.stream().map(Role::wireName).sorted().toList();
    }

    static List<String> sorted(Collection<String> texts) {
        return List.copyOf(new TreeSet<>(texts));
    }

    /** What two names are compared by. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> strings(Value node, String property) {
        return node.get(property).isNull() ? List.of() : node.get(property).asList(Values.ofString());
    }
}
