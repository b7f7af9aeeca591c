package io.watchfloor.faults.inject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the ledger says once nothing moves any more.
 *
 * @param byName every stage
 */
record Stages(Map<String, Stage> byName) {
    /** Longer than it may take to write, merge, file or show a single report. */
    private static final long MOST_MILLIS = 8_000;

    /**
     * One stage.
     *
     * @param reports how many came so far; negative when it cannot tell
     * @param ageMillis how long the oldest has waited that is not through; negative when it cannot tell
     */
    record Stage(long reports, long ageMillis) {}

    /**
     * What must be true beside that the stages agree.
     *
     * @param filed reports that the graph has
     * @param shown reports that the incidents on the picture own
     * @param beside of the filed ones those that a fault itself put on the intake stream, past the gateway
     * @param busForgot whether a fault took from Redis what it knew, its own count with it
     */
    record Truth(long filed, long shown, long beside, boolean busForgot) {}

    static Stages of(JsonNode ledger) {
        Map<String, Stage> byName = new TreeMap<>();
        ledger.get("stages")
                .forEach(stage -> byName.put(
                        stage.get("name").asText(),
                        new Stage(
                                stage.get("reports").asLong(),
                                stage.get("ageMillis").asLong())));
        return new Stages(byName);
    }

    /** In what they do not agree; empty when they do. */
    String wrong(Truth truth) {
        for (String name : byName.keySet()) {
            long age = byName.get(name).ageMillis();
            if (age < 0 || age > MOST_MILLIS) {
                return "the ledger says that the oldest report before '" + name + "' is " + age + " ms old";
            }
        }
        String own = differs("received", reports("received"), List.of("journaled", "streamed"));
        if (!own.isEmpty()) {
            return own;
        }
        String all = differs("graph", truth.filed(), List.of("filed", "picture"));
        if (!all.isEmpty()) {
            return all;
        }
        long streamed = reports("stream") + truth.beside();
        if (truth.busForgot() ? streamed > truth.filed() : streamed != truth.filed()) {
            return "the ledger counts " + streamed + " reports on the streams, and the graph has " + truth.filed();
        }
        return differs("picture's incidents", truth.shown(), List.of("shown"));
    }

    private String differs(String what, long expected, List<String> stages) {
        for (String name : stages) {
            if (reports(name) != expected) {
                return "the ledger counts " + reports(name) + " reports " + name + ", and " + expected + " " + what;
            }
        }
        return "";
    }

    private long reports(String name) {
        return byName.containsKey(name) ? byName.get(name).reports() : -1;
    }
}
