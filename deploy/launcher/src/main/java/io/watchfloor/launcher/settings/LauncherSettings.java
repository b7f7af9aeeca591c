package io.watchfloor.launcher.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the environment asks for. Most settings are only handed on to the process they concern, which checks them.
 *
 * @param redisUrl a Redis that runs already; null to start one
 * @param graphUri a graph that runs already; null to start one
 * @param graphUser its user; null when it asks for none
 * @param graphPassword its password; null when it asks for none
 * @param httpHost address the gateway listens on
 * @param gatewayHeapMegabytes most memory its heap may take; a district of 100,000 people needs about 1,000
 * @param handedOn settings to hand on, by part
 */
public record LauncherSettings(
        URI redisUrl,
        URI graphUri,
        String graphUser,
        String graphPassword,
        String httpHost,
        int gatewayHeapMegabytes,
        Map<String, Map<String, String>> handedOn) {

    private static final String PREFIX = "WATCHFLOOR_";
    private static final String REDIS_URL = "WATCHFLOOR_REDIS_URL";
    private static final String GRAPH_URI = "WATCHFLOOR_GRAPH_URI";
    private static final String GRAPH_USER = "WATCHFLOOR_GRAPH_USER";
    private static final String GRAPH_PASSWORD = "WATCHFLOOR_GRAPH_PASSWORD";
    private static final String HTTP_HOST = "WATCHFLOOR_HTTP_HOST";
    private static final String CERTIFICATE = "WATCHFLOOR_TLS_CERTIFICATE";
    private static final String GATEWAY_HEAP = "WATCHFLOOR_GATEWAY_HEAP_MEGABYTES";
    private static final int DEFAULT_GATEWAY_HEAP = 256;
    private static final int LEAST_GATEWAY_HEAP = 128;
    private static final List<String> OWN = List.of(REDIS_URL, GRAPH_URI, GRAPH_USER, GRAPH_PASSWORD, GATEWAY_HEAP);

    private static final List<String> EVERY_CLIENT = List.of("pipeline", "gateway", "feed");
    private static final Map<String, List<String>> PARTS_TOLD = Map.ofEntries(
            Map.entry("WATCHFLOOR_WORLD", EVERY_CLIENT),
            Map.entry("WATCHFLOOR_INTAKE_PARTITIONS", EVERY_CLIENT),
            Map.entry("WATCHFLOOR_CHECKPOINT_INTERVAL", List.of("pipeline")),
            Map.entry("WATCHFLOOR_PARALLELISM", List.of("pipeline")),
            Map.entry("WATCHFLOOR_PIPELINE_METRICS_PORT", List.of("pipeline")),
            Map.entry("WATCHFLOOR_TIME_TARGETS", List.of("pipeline")),
            Map.entry("WATCHFLOOR_HOLIDAYS", List.of("pipeline")),
            Map.entry("WATCHFLOOR_PICTURE_KEPT", List.of("pipeline")),
            Map.entry(HTTP_HOST, List.of("gateway")),
            Map.entry("WATCHFLOOR_TILE_URL", List.of("gateway")),
            Map.entry("WATCHFLOOR_TILE_DATUM", List.of("gateway")),
            Map.entry("WATCHFLOOR_PHOTO_FOLDER", List.of("gateway")),
            Map.entry("WATCHFLOOR_INTAKE_WINDOW", List.of("gateway")),
            Map.entry("WATCHFLOOR_OFFER_ANSWER", List.of("gateway")),
            Map.entry("WATCHFLOOR_HANDOVER_WITHIN", List.of("gateway")),
            Map.entry("WATCHFLOOR_HTTP_ALLOWED_HOSTS", List.of("gateway")),
            Map.entry("WATCHFLOOR_TLS_PROXY", List.of("gateway")),
            Map.entry(CERTIFICATE, List.of("gateway")),
            Map.entry("WATCHFLOOR_TLS_KEY", List.of("gateway")),
            Map.entry("WATCHFLOOR_SESSION_IDLE", List.of("gateway")),
            Map.entry("WATCHFLOOR_SESSION_LONGEST", List.of("gateway")),
            Map.entry("WATCHFLOOR_REQUESTS_PER_SECOND", List.of("gateway")),
            Map.entry("WATCHFLOOR_OIDC_ISSUER", List.of("gateway")),
            Map.entry("WATCHFLOOR_OIDC_CLIENT_ID", List.of("gateway")),
            Map.entry("WATCHFLOOR_OIDC_CLIENT_SECRET", List.of("gateway")),
            Map.entry("WATCHFLOOR_OIDC_NAME_CLAIM", List.of("gateway")),
            Map.entry("WATCHFLOOR_JOURNAL_KEPT", List.of("gateway")),
            Map.entry("WATCHFLOOR_JOURNAL_MEGABYTES", List.of("gateway")),
            Map.entry("WATCHFLOOR_JOURNAL_COMPARED", List.of("gateway")),
            Map.entry("WATCHFLOOR_SEED", List.of("feed")),
            Map.entry("WATCHFLOOR_FEED_PACE", List.of("feed")),
            Map.entry("WATCHFLOOR_FEED_TRAVEL_SPEEDUP", List.of("feed")),
            Map.entry("WATCHFLOOR_FEED_COLLEAGUES", List.of("feed")));

    private static final Map<String, String> OPTION_INSTEAD = Map.of(
            "WATCHFLOOR_HTTP_PORT", "--port",
            "WATCHFLOOR_FEED_FILE", "--feed",
            "WATCHFLOOR_FEED_MAPPING", "--mapping",
            "WATCHFLOOR_FEED_SPEED", "--speed",
            "WATCHFLOOR_GRAPH_DATA", "--data",
            "WATCHFLOOR_JOURNAL_FOLDER", "--data",
            "WATCHFLOOR_DISKS", "--data",
            "WATCHFLOOR_CHECKPOINT_DIR", "--data",
            "WATCHFLOOR_WORK_DIR", "--data");

    /**
     * Reads the environment.
     *
     * @throws StartRefusedException naming the setting that is unknown or wrong
     */
    public static LauncherSettings parse(Map<String, String> env) throws StartRefusedException {
        Map<String, Map<String, String>> handedOn = new HashMap<>();
        for (Map.Entry<String, String> each : new TreeMap<>(env).entrySet()) {
            String key = each.getKey();
            if (!key.startsWith(PREFIX) || OWN.contains(key)) {
                continue;
            }
            for (String part : partsTold(key)) {
                handedOn.computeIfAbsent(part, name -> new TreeMap<>()).put(key, each.getValue());
            }
        }
        return new LauncherSettings(
                uri(env, REDIS_URL, List.of("redis", "rediss")),
                uri(env, GRAPH_URI, List.of("bolt", "neo4j", "bolt+s", "neo4j+s", "bolt+ssc", "neo4j+ssc")),
                env.get(GRAPH_USER),
                env.get(GRAPH_PASSWORD),
                env.getOrDefault(HTTP_HOST, "127.0.0.1"),
                gatewayHeap(env),
                handedOn);
    }

    /** What the part is told beside what the launcher itself tells it. */
    public Map<String, String> handedOnTo(String part) {
        return handedOn.getOrDefault(part, Map.of());
    }

    /** PEM file of the certificate that the gateway serves https with; null when it answers in the clear. */
    public Path certificate() {
        String file = handedOnTo("gateway").get(CERTIFICATE);
        return file == null || file.isBlank() ? null : Path.of(file);
    }

    private static List<String> partsTold(String key) throws StartRefusedException {
        if (OPTION_INSTEAD.containsKey(key)) {
            throw new StartRefusedException(key + " is chosen by the launcher; use " + OPTION_INSTEAD.get(key) + ".");
        }
        List<String> parts = PARTS_TOLD.get(key);
        if (parts == null) {
            TreeSet<String> known = new TreeSet<>(PARTS_TOLD.keySet());
            known.addAll(OWN);
            throw new StartRefusedException(key + " is not a setting; allowed are " + String.join(", ", known) + ".");
        }
        return parts;
    }

    private static int gatewayHeap(Map<String, String> env) throws StartRefusedException {
        String value = env.getOrDefault(GATEWAY_HEAP, Integer.toString(DEFAULT_GATEWAY_HEAP));
        try {
            int megabytes = Integer.parseInt(value.strip());
            if (megabytes >= LEAST_GATEWAY_HEAP) {
                return megabytes;
            }
        } catch (NumberFormatException e) {
            // said below, like a number too small
        }
        throw new StartRefusedException(GATEWAY_HEAP + " is '" + value + "'; a whole number of megabytes, "
                + LEAST_GATEWAY_HEAP + " or more, is needed.");
    }

    private static URI uri(Map<String, String> env, String key, List<String> schemes) throws StartRefusedException {
        String value = env.get(key);
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            URI uri = URI.create(value);
            if (schemes.contains(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below, like an address of another kind
        }
        throw new StartRefusedException(key + " is not an address of the form " + schemes.get(0) + "://host:port.");
    }
}
