package io.watchfloor.graph.access;

import io.watchfloor.contract.Sha256;
import io.watchfloor.graph.access.DeviceRegister.Device;
import io.watchfloor.graph.connection.GraphTime;
import org.neo4j.driver.Value;

/** A device as properties of its node. */
final class DeviceNode {
    private DeviceNode() {}

    static Device from(Value node) {
        return new Device(
                node.get("id").asString(),
                node.get("personId").asString(),
                node.get("label").asString(null),
                node.get("gcj02").asBoolean(false),
                !node.get("secretHash").isNull(),
                node.get("registeredBy").asString(null),
                GraphTime.fromGraph(node.get("registeredAt")),
                node.get("revokedBy").asString(null),
                GraphTime.fromGraph(node.get("revokedAt")));
    }

    /** Names and secrets are random and long, so that a plain hash cannot be turned round. */
    static String hash(String text) {
        return Sha256.hex(text);
    }
}
