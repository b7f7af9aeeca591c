package io.watchfloor.gateway.position;

import io.vertx.core.MultiMap;
import java.time.Instant;

/** OsmAnd's parameters, as a query or a form: speed in knots, battery in percent. */
final class OsmAndQuery {
    private static final double METERS_PER_SECOND_A_KNOT = 1_852.0 / 3_600;

    private OsmAndQuery() {}

    static FixReading read(MultiMap parameters, Instant now) {
        String device = parameters.contains("id") ? parameters.get("id") : parameters.get("deviceid");
        if (device == null || device.isBlank()) {
            return FixReading.refused("no-device", "id is missing.");
        }
        String[] both = location(parameters);
        Double lat = number(both[0]);
        Double lon = number(both[1]);
        if (lat == null || lon == null) {
            return FixReading.refused("no-position", "lat and lon are missing, or location=lat,lon.");
        }
        Double knots = number(parameters.get("speed"));
        Double battery = number(parameters.get("batt"));
        String time = parameters.get("timestamp");
        return FixRules.check(
                new PhoneFix(
                        device.strip(),
                        lat,
                        lon,
                        FixRules.accuracy(number(parameters.get("accuracy"))),
                        knots == null || knots < 0 ? null : (Double) (knots * METERS_PER_SECOND_A_KNOT),
                        battery == null || battery < 0 || battery > 100 ? null : (Integer) (int) Math.round(battery),
                        time == null ? now : FixTimes.read(time)),
                now);
    }

    private static String[] location(MultiMap parameters) {
        String together = parameters.get("location");
        if (together != null && together.indexOf(',') > 0) {
            return together.split(",", 2);
        }
        return new String[] {parameters.get("lat"), parameters.get("lon")};
    }

    private static Double number(String text) {
        if (text == null || !text.strip().matches("-?\\d{1,9}(\\.\\d{1,17})?")) {
            return null;
        }
        return Double.valueOf(text.strip());
    }
}
