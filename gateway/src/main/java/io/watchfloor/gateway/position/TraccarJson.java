package io.watchfloor.gateway.position;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** The JSON that Traccar Client posts: speed in metres a second, -1 for unknown, battery from 0 to 1. */
final class TraccarJson {
    private static final int PERCENT = 100;

    private TraccarJson() {}

    static FixReading read(JsonNode message, Instant now) {
        JsonNode location = message.path("location");
        JsonNode coords = location.path("coords");
        String device = message.path("device_id").asText("");
        if (device.isEmpty()) {
            return FixReading.refused("no-device", "device_id is missing.");
        }
        if (!coords.path("latitude").isNumber() || !coords.path("longitude").isNumber()) {
            return FixReading.refused("no-position", "location.coords has no latitude and longitude.");
        }
        JsonNode time = location.path("timestamp");
        return FixRules.check(
                new PhoneFix(
                        device,
                        coords.path("latitude").asDouble(),
                        coords.path("longitude").asDouble(),
                        FixRules.accuracy(known(coords.path("accuracy"))),
                        known(coords.path("speed")),
                        percent(location.path("battery").path("level")),
                        time.isMissingNode() ? now : FixTimes.read(time.asText())),
                now);
    }

    private static Double known(JsonNode node) {
        return node.isNumber() && node.asDouble() >= 0 ? node.asDouble() : null;
    }

    private static Integer percent(JsonNode level) {
        return level.isNumber() && level.asDouble() >= 0 && level.asDouble() <= 1
                ? (Integer) (int) Math.round(level.asDouble() * PERCENT)
                : null;
    }
}
