package io.watchfloor.drill.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Reports that must be refused, as real feeds send them: they show the dead letters at work. */
final class Spoiled {
    private Spoiled() {}

    static String line(ObjectNode good, Random random) {
        ObjectNode bad = good.deepCopy();
        bad.put("sourceId", good.get("sourceId").asText() + "-x");
        return switch (random.nextInt(4)) {
            case 0 -> bad.put("lat", 131.2).put("lon", 30.2).toString();
            case 1 -> bad.put("occurredAt", "昨天下午三点").toString();
            case 2 -> bad.put("kind", "telegram").toString();
            default -> bad.toString().substring(0, bad.toString().length() - 9);
        };
    }
}
