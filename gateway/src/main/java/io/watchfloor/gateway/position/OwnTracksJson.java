package io.watchfloor.gateway.position;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** The JSON that OwnTracks posts: time in seconds, speed in km/h. Other kinds of its messages are nothing to us. */
final class OwnTracksJson {
    private static final double METERS_PER_SECOND_A_KMH = 1 / 3.6;

    private OwnTracksJson() {}

    /** @param device from the request, because the message need not name it */
    static FixReading read(JsonNode message, String device, Instant now) {
        if (!"location".equals(message.path("_type").asText())) {
            return FixReading.NOTHING;
        }
        if (!message.path("lat").isNumber() || !message.path("lon").isNumber()) {
            return FixReading.refused("no-position", "lat and lon are missing.");
        }
        JsonNode time = message.path("tst");
        JsonNode battery = message.path("batt");
        return FixRules.check(
                new PhoneFix(
                        device,
                        message.path("lat").asDouble(),
                        message.path("lon").asDouble(),
                        FixRules.accuracy(known(message.path("acc"), 1)),
                        known(message.path("vel"), METERS_PER_SECOND_A_KMH),
                        battery.isInt() && battery.asInt() >= 0 && battery.asInt() <= 100
                                ? (Integer) battery.asInt()
                                : null,
                        time.isNumber() ? FixTimes.ofNumber(time.asDouble()) : null),
                now);
    }

    private static Double known(JsonNode node, double factor) {
        return node.isNumber() && node.asDouble() >= 0 ? node.asDouble() * factor : null;
    }
}
