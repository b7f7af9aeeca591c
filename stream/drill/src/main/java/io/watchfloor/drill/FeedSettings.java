package io.watchfloor.drill;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that can be set for the simulated feed.
 *
 * @param gateway where the gateway is
 * @param apiKey what the gateway knows us by; null when it asks for none
 * @param seed decides everything that is left to chance
 * @param pace how many times more often than by default something happens
 * @param travelSpeedUp how many times faster than the roads' speed simulated people drive
 * @param colleagues who is simulated beside the callers
 */
public record FeedSettings(
        URI gateway, String apiKey, long seed, double pace, double travelSpeedUp, Colleagues colleagues) {
    private static final String GATEWAY = "WATCHFLOOR_GATEWAY_URL";
    private static final String API_KEY_FILE = "WATCHFLOOR_API_KEY_FILE";
    private static final String SEED = "WATCHFLOOR_SEED";
    private static final String PACE = "WATCHFLOOR_FEED_PACE";
    private static final String SPEED_UP = "WATCHFLOOR_FEED_TRAVEL_SPEEDUP";
    private static final String COLLEAGUES = "WATCHFLOOR_FEED_COLLEAGUES";

    private static final Set<String> ALLOWED = new TreeSet<>(Set.of(
            GATEWAY,
            API_KEY_FILE,
            SEED,
            PACE,
            SPEED_UP,
            COLLEAGUES,
            "WATCHFLOOR_REDIS_URL",
            "WATCHFLOOR_GRAPH_URI",
            "WATCHFLOOR_GRAPH_USER",
            "WATCHFLOOR_GRAPH_PASSWORD",
            "WATCHFLOOR_INTAKE_PARTITIONS",
            "WATCHFLOOR_WORLD"));

    /** Who is simulated beside the callers. */
    public enum Colleagues {
        /** Responders, and an officer who sends them. */
        ALL,
        /** Responders only: who is sent is left to humans. */
        RESPONDERS,
        /** Nobody. */
        NONE
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException when one is wrong or unknown; its message is one sentence that says which
     */
    public static FeedSettings parse(Map<String, String> env) {
        for (String key : env.keySet()) {
            if (key.startsWith("WATCHFLOOR_") && !ALLOWED.contains(key)) {
                throw new IllegalArgumentException("%s is not a setting of the simulated feed; known are %s."
                        .formatted(key, String.join(", ", ALLOWED)));
            }
        }
        return new FeedSettings(
                gateway(env.getOrDefault(GATEWAY, "http://127.0.0.1:8080")),
                apiKey(env.get(API_KEY_FILE)),
                seed(env.getOrDefault(SEED, "7")),
                number(env, PACE, 1, 0.01, 100),
                number(env, SPEED_UP, 6, 1, 100),
                colleagues(env.getOrDefault(COLLEAGUES, "all")));
    }

    private static URI gateway(String value) {
        try {
            URI uri = URI.create(value);
            if (Set.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(GATEWAY, value, "an address such as http://127.0.0.1:8080", e);
        }
        throw wrong(GATEWAY, value, "an address such as http://127.0.0.1:8080", null);
    }

    private static String apiKey(String file) {
        try {
            return file == null ? null : Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw wrong(API_KEY_FILE, file, "a file that can be read", e);
        }
    }

    private static long seed(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw wrong(SEED, value, "a whole number", e);
        }
    }

    private static double number(Map<String, String> env, String key, double usual, double least, double most) {
        String value = env.getOrDefault(key, String.valueOf(usual));
        String allowed = String.format(Locale.ROOT, "a number from %s to %s", least, most);
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, value, allowed, e);
        }
        throw wrong(key, value, allowed, null);
    }

    private static Colleagues colleagues(String value) {
        return switch (value) {
            case "all" -> Colleagues.ALL;
            case "responders" -> Colleagues.RESPONDERS;
            case "none" -> Colleagues.NONE;
            default -> throw wrong(COLLEAGUES, value, "all, responders or none", null);
        };
    }

    private static IllegalArgumentException wrong(String key, String value, String allowed, Exception cause) {
        return new IllegalArgumentException("%s is '%s', but must be %s.".formatted(key, value, allowed), cause);
    }
}
