package io.watchfloor.graph;

import io.watchfloor.graph.DeviceRegister.Device;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
