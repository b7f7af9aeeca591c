package io.watchfloor.gateway;

import io.watchfloor.gateway.access.AccessSettings;
import io.watchfloor.gateway.access.AccessSettings.Tls;
import io.watchfloor.gateway.desk.DeskClocks;
import io.watchfloor.graph.GraphSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that can be set, read once at start from {@code WATCHFLOOR_…} environment variables.
 *
 * @param world the world this gateway serves
 * @param redis where Redis is
 * @param graph where the graph is
 * @param http how the console and the API are served
 * @param intake how reports are taken in
 * @param live how consoles are kept up to date
 * @param feed the file to replay; null when none
 * @param clocks how long people and departments have
 * @param photoFolder where photos are kept; null when none are taken. Several gateways share it
 * @param journal what is kept beside Redis
 * @param disks folders of other parts on this machine, by part, whose disks are watched
 * @param access who gets in, and how
 */
public record Settings(
        String world,
        URI redis,
        GraphSettings graph,
        Http http,
        Intake intake,
        Live live,
        FeedFile feed,
        DeskClocks clocks,
        Path photoFolder,
        Journal journal,
        Map<String, Path> disks,
        AccessSettings access) {

    private static final Duration GRAPH_CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /**
     * How the console and the API are served.
     *
     * @param host address to listen on
     * @param port port to listen on; 0 for any free one
     * @param allowedHosts names a request may be addressed to; empty for any
     * @param tileUrl map tiles with {@code {z}/{x}/{y}}; null when the map is drawn from the district alone
     * @param tileDatum what the tiles are drawn on
     * @param requestPatience how long a request may take to arrive, beside a second for every 500 bytes of it
     */
    public record Http(
            String host,
            int port,
            Set<String> allowedHosts,
            String tileUrl,
            TileDatum tileDatum,
            Duration requestPatience) {}

    /** What map tiles are drawn on: WGS-84 as everything here, or GCJ-02 as maps published in mainland China. */
    public enum TileDatum {
        WGS84,
        GCJ02
    }

    /**
     * How reports are taken in.
     *
     * @param partitions number of intake streams; the same for every process of a system
     * @param queueReports reports that may wait for their durable write; a further one is answered 503
     * @param idempotencyWindow how long a report's id is remembered
     * @param deadLettersKept refused entries kept at most; the oldest leave first
     * @param deadLetterMegabytes what they may take of Redis's memory
     */
    public record Intake(
            int partitions,
            int queueReports,
            Duration idempotencyWindow,
            int deadLettersKept,
            int deadLetterMegabytes) {}

    /**
     * How consoles are kept up to date.
     *
     * @param maxSockets consoles and phones at most; a further one is answered 503
     * @param closedIncidentsKept closed incidents kept in the picture; the ones closed first leave first
     */
    public record Live(int maxSockets, int closedIncidentsKept) {}

    /**
     * A file to replay.
     *
     * @param file CSV, also gzipped
     * @param mapping what its columns mean
     * @param speed how many times faster than it happened; {@link Double#POSITIVE_INFINITY} for as fast as it goes
     */
    public record FeedFile(Path file, Path mapping, double speed) {}

    /**
     * The journal of what was taken in.
     *
     * @param folder of this gateway alone; null when none is kept
     * @param kept how long at least
     * @param mostMegabytes all files together; the oldest leave first
     * @param compared how much of the past is compared with the graph at the start and after a loss
     */
    public record Journal(Path folder, Duration kept, int mostMegabytes, Duration compared) {}

    /**
     * Reads the settings.
     *
     * @throws SettingsException when a value is wrong or a {@code WATCHFLOOR_…} key is unknown, with one sentence
     *     naming the key, the value and what is allowed
     */
    public static Settings parse(Map<String, String> environment) {
        SettingsReader in = new SettingsReader(environment);
        String host = in.text("WATCHFLOOR_HTTP_HOST", "127.0.0.1");
        Settings settings = new Settings(
                in.world("WATCHFLOOR_WORLD", "live"),
                in.uri("WATCHFLOOR_REDIS_URL", "redis://127.0.0.1:6379", Set.of("redis", "rediss")),
                graph(in),
                new Http(
                        host,
                        in.integer("WATCHFLOOR_HTTP_PORT", 8080, 0, 65_535),
                        in.names("WATCHFLOOR_HTTP_ALLOWED_HOSTS", defaultHosts(host)),
                        in.tileUrl("WATCHFLOOR_TILE_URL"),
                        in.tileDatum("WATCHFLOOR_TILE_DATUM"),
                        in.duration("WATCHFLOOR_REQUEST_PATIENCE", Duration.ofSeconds(20), Duration.ofMinutes(10))),
                new Intake(
                        in.integer("WATCHFLOOR_INTAKE_PARTITIONS", 1, 1, 1_024),
                        in.integer("WATCHFLOOR_INTAKE_QUEUE", 10_000, 1, 1_000_000),
                        in.duration("WATCHFLOOR_INTAKE_WINDOW", Duration.ofHours(1), Duration.ofDays(7)),
                        in.integer("WATCHFLOOR_DEADLETTERS_KEPT", 100_000, 1, 10_000_000),
                        in.integer("WATCHFLOOR_DEADLETTERS_MEGABYTES", 64, 1, 100_000)),
                new Live(
                        in.integer("WATCHFLOOR_LIVE_SOCKETS", 2_000, 1, 100_000),
                        in.integer("WATCHFLOOR_CLOSED_INCIDENTS", 2_000, 0, 1_000_000)),
                feed(in),
                new DeskClocks(
                        in.clocks("WATCHFLOOR_OFFER_ANSWER", "I=PT45S,II=PT90S,III=PT15M,IV=PT2H"),
                        in.clocks("WATCHFLOOR_HANDOVER_WITHIN", "I=PT30M,II=PT2H,III=PT24H,IV=PT72H")),
                in.folder("WATCHFLOOR_PHOTO_FOLDER"),
                new Journal(
                        in.folder("WATCHFLOOR_JOURNAL_FOLDER"),
                        in.duration("WATCHFLOOR_JOURNAL_KEPT", Duration.ofHours(24), Duration.ofDays(30)),
                        in.integer("WATCHFLOOR_JOURNAL_MEGABYTES", 2_048, 8, 1_000_000),
                        in.duration("WATCHFLOOR_JOURNAL_COMPARED", Duration.ofHours(1), Duration.ofDays(30))),
                in.folders("WATCHFLOOR_DISKS"),
                access(in));
        in.refuseUnknownKeys();
        return settings;
    }

    private static GraphSettings graph(SettingsReader in) {
        URI uri = in.uri("WATCHFLOOR_GRAPH_URI", "bolt://127.0.0.1:7687", Set.of("bolt", "bolt+s", "neo4j", "neo4j+s"));
        String user = in.text("WATCHFLOOR_GRAPH_USER", null);
        String password = in.text("WATCHFLOOR_GRAPH_PASSWORD", null);
        return new GraphSettings(
                uri, user == null && password != null ? "neo4j" : user, password, GRAPH_CONNECT_TIMEOUT);
    }

    private static AccessSettings access(SettingsReader in) {
        Tls tls = new Tls(
                in.certificate("WATCHFLOOR_TLS_CERTIFICATE"),
                in.file("WATCHFLOOR_TLS_KEY"),
                in.flag("WATCHFLOOR_TLS_PROXY", false));
        if ((tls.certificate() == null) != (tls.key() == null)) {
            throw new SettingsException("WATCHFLOOR_TLS_CERTIFICATE and WATCHFLOOR_TLS_KEY belong together:"
                    + " set both to PEM files, or neither.");
        }
        return new AccessSettings(
                in.flag("WATCHFLOOR_DEMO", false),
                in.file("WATCHFLOOR_API_KEYS"),
                in.key("WATCHFLOOR_ACCESS_KEY"),
                in.text("WATCHFLOOR_FIRST_SECRET", null),
                tls,
                in.duration("WATCHFLOOR_SESSION_IDLE", Duration.ofMinutes(30), Duration.ofHours(24)),
                in.duration("WATCHFLOOR_SESSION_LONGEST", Duration.ofHours(13), Duration.ofHours(24)),
                in.integer("WATCHFLOOR_REQUESTS_PER_SECOND", 2_000, 1, 1_000_000),
                provider(in));
    }

    private static AccessSettings.Provider provider(SettingsReader in) {
        URI issuer = in.optionalUri("WATCHFLOOR_OIDC_ISSUER", Set.of("https", "http"));
        String client = in.text("WATCHFLOOR_OIDC_CLIENT_ID", null);
        String secret = in.text("WATCHFLOOR_OIDC_CLIENT_SECRET", null);
        String claim = in.text("WATCHFLOOR_OIDC_NAME_CLAIM", "preferred_username");
        if (issuer == null) {
            return null;
        }
        if (issuer.getScheme().equals("http") && !isLoopback(issuer.getHost())) {
            throw new SettingsException(
                    "WATCHFLOOR_OIDC_ISSUER is '" + issuer + "', but must be https beyond loopback.");
        }
        if (client == null || secret == null) {
            throw new SettingsException("WATCHFLOOR_OIDC_ISSUER is set, but WATCHFLOOR_OIDC_CLIENT_ID and"
                    + " WATCHFLOOR_OIDC_CLIENT_SECRET are not both: the provider knows Watchfloor by them.");
        }
        return new AccessSettings.Provider(issuer, client, secret, claim);
    }

    private static FeedFile feed(SettingsReader in) {
        Path file = in.file("WATCHFLOOR_FEED_FILE");
        Path mapping = in.file("WATCHFLOOR_FEED_MAPPING");
        double speed = in.speed("WATCHFLOOR_FEED_SPEED", 1);
        if (file == null) {
            if (mapping != null) {
                throw new SettingsException("WATCHFLOOR_FEED_MAPPING is set without WATCHFLOOR_FEED_FILE:"
                        + " a mapping says what the columns of a file mean.");
            }
            return null;
        }
        if (mapping == null) {
            throw new SettingsException("WATCHFLOOR_FEED_FILE is '" + file
                    + "' but WATCHFLOOR_FEED_MAPPING is not set: it names the file that says what the columns mean.");
        }
        return new FeedFile(file, mapping, speed);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    /** A page of another site must not reach a gateway that listens on loopback by giving its own name our address. */
    private static Set<String> defaultHosts(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return isLoopback(name)
                ? Stream.of("localhost", "127.0.0.1", "[::1]", name).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
