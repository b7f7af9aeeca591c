package io.watchfloor.launcher.parts;

import io.watchfloor.graph.Graph;
import io.watchfloor.launcher.folder.AccessSecrets;
import io.watchfloor.launcher.folder.DataFolder;
import io.watchfloor.launcher.folder.GraphPassword;
import io.watchfloor.launcher.process.Child;
import io.watchfloor.launcher.process.Command;
import io.watchfloor.launcher.settings.LauncherSettings;
import io.watchfloor.launcher.settings.Options;
import io.watchfloor.launcher.settings.StartRefusedException;
import io.watchfloor.launcher.supervise.Part;
import io.watchfloor.launcher.supervise.Preparation;
import io.watchfloor.launcher.supervise.Unit;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The whole system as one list: what it is made of, what each needs, and in which order it comes up. */
public final class WatchfloorSystem {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
    /** Enough for 100,000 people and their skills; gone when the import is. */
    private static final int GATEWAY_HEAP_AT_FIRST = 320;

    private static final int IMPORT_HEAP_MEGABYTES = 1_024;

    private static final String GRAPH_USER = "neo4j";

    private final Path home;
    private final Options options;
    private final LauncherSettings settings;
    private final DataFolder folder;
    private final Addresses addresses;
    private final AccessSecrets access;
    private final boolean demo;
    /** A district is in the graph from before, and no other is chosen. */
    private final boolean districtIsThere;

    private final int redisPort;
    private final int graphPort;

    /**
     * Settles where everything is for this run.
     *
     * @param home folder the modules lie in
     * @param httpPort the gateway's port
     * @throws IOException when the graph's password cannot be kept
     */
    public WatchfloorSystem(
            Path home, Options options, LauncherSettings settings, DataFolder folder, LoopbackPorts ports, int httpPort)
            throws IOException {
        this.home = home;
        this.options = options;
        this.settings = settings;
        this.folder = folder;
        this.redisPort = ports.next();
        this.graphPort = ports.next();
        boolean ownGraph = settings.graphUri() == null;
        this.access = AccessSecrets.of(folder);
        if (options.district() != null && !Files.exists(folder.ownDistrict())) {
            Files.createFile(folder.ownDistrict());
        }
        this.demo = ownGraph && !Files.exists(folder.ownDistrict());
        this.districtIsThere = ownGraph && options.district() == null && folder.hasGraph();
        this.addresses = new Addresses(
                settings.redisUrl() == null ? URI.create("redis://127.0.0.1:" + redisPort) : settings.redisUrl(),
                ownGraph ? URI.create("bolt://127.0.0.1:" + graphPort) : settings.graphUri(),
                ownGraph ? GRAPH_USER : settings.graphUser(),
                ownGraph ? GraphPassword.of(folder) : settings.graphPassword(),
                URI.create((settings.certificate() == null ? "http" : "https") + "://127.0.0.1:" + httpPort));
    }

    /** All units, in starting order. */
    public List<Unit> units() throws IOException {
        List<Unit> units = new ArrayList<>(List.of(redis(), graph(), district(), pipeline(), gateway(), console()));
        if (options.feed().kind() == Options.FeedKind.SIMULATED) {
            units.add(feed());
        }
        return units;
    }

    /** Whether the console is served over https. */
    public boolean isEncrypted() {
        return settings.certificate() != null;
    }

    /**
     * What to append to the console's address so that the first user gets in: empty once somebody has a password.
     *
     * @throws StartRefusedException when the gateway does not say
     */
    public String invitation() throws IOException, InterruptedException, StartRefusedException {
        FirstUser first = new FirstUser(Door.trusting(settings.certificate()), addresses.gateway());
        Readiness.await(first::isKnown, ANSWER_LIMIT, "The gateway does not say whether anybody has a password.");
        if (first.isInvited()) {
            return "/#first=" + access.firstSecret();
        }
        AccessSecrets.forgetFirst(folder);
        return "";
    }

    /** What has to run so that the audit log can be checked, and the check. */
    public List<Unit> unitsOfAudit(Consumer<String> tell) throws IOException {
        AuditCheck check = new AuditCheck(addresses.graphSettings(), addresses.redis(), world(), tell);
        return List.of(redis(), graph(), new Preparation("audit", List.of("redis", "graph"), check));
    }

    private String world() {
        return settings.handedOnTo("gateway").getOrDefault("WATCHFLOOR_WORLD", "live");
    }

    private Unit redis() throws IOException {
        if (settings.redisUrl() != null) {
            return new Preparation("redis", List.of(), () -> {
                String sentence = "Redis (WATCHFLOOR_REDIS_URL) does not answer at "
                        + addresses.redis().getHost() + ".";
                Readiness.await(() -> Readiness.redisAnswers(addresses.redis()), ANSWER_LIMIT, sentence);
                return null;
            });
        }
        Command command =
                RedisProgram.command(folder, redisPort, System.getenv().getOrDefault("PATH", ""));
        return new Part(
                "redis",
                List.of(),
                command,
                child -> Readiness.redisAnswers(addresses.redis()),
                START_LIMIT,
                Duration.ofSeconds(1));
    }

    private Unit graph() {
        if (settings.graphUri() != null) {
            return new Preparation("graph", List.of(), () -> {
                String sentence = "The graph (WATCHFLOOR_GRAPH_URI) does not answer at " + addresses.graph() + ".";
                try (Graph graph = Graph.open(addresses.graphSettings())) {
                    Readiness.await(graph::isUp, ANSWER_LIMIT, sentence);
                }
                return null;
            });
        }
        Map<String, String> told = Map.of(
                "WATCHFLOOR_GRAPH_PORT", Integer.toString(graphPort),
                "WATCHFLOOR_GRAPH_DATA", folder.graph().toString(),
                "WATCHFLOOR_GRAPH_PASSWORD", addresses.graphPassword());
        JavaProgram program = program(
                "deploy/embedded-graph",
                "io.watchfloor.graphserver.GraphServerMain",
                List.of(
                        "-Xms320m",
                        "-Xmx512m",
                        // what a transaction needs dies young only where there is room for many of them; in a third
                        // of a small heap there was not: a tenth of all processor time went into collecting
                        "-Xmn144m",
                        "-XX:+UseSerialGC"));
        return part("graph", List.of(), program.command(told), Duration.ofSeconds(3));
    }

    private Unit district() {
        return new Preparation(
                "district",
                List.of("graph"),
                new DistrictPreparation(addresses.graphSettings(), importOfChosen(), folder));
    }

    /** Null when no district was chosen. */
    private Command importOfChosen() {
        if (options.district() == null) {
            return null;
        }
        JavaProgram program = program(
                "deploy/launcher",
                "io.watchfloor.graph.DistrictImportMain",
                List.of("-Xmx" + IMPORT_HEAP_MEGABYTES + "m", "-XX:+UseSerialGC"));
        Command command = program.command(addresses.asSettings());
        List<String> words = new ArrayList<>(command.words());
        words.add(options.district().toString());
        return new Command(words, command.environment(), command.mark());
    }

    private Unit pipeline() {
        Map<String, String> told = told("pipeline");
        told.putAll(addresses.asSettings());
        told.put("WATCHFLOOR_CHECKPOINT_DIR", folder.checkpoints().toString());
        told.put("WATCHFLOOR_WORK_DIR", folder.work().toString());
        JavaProgram program = program(
                "stream/pipeline",
                "io.watchfloor.pipeline.PipelineMain",
                List.of(
                        // growing by and by costs a full collection for each step, in which nothing goes on
                        "-Xms448m",
                        "-Xmx576m",
                        "-XX:MaxDirectMemorySize=160m",
                        // whole collections of the serial one stopped the merge for 0.3 s and more at 5,000 reports/s
                        "-XX:+UseG1GC",
                        "-XX:MaxGCPauseMillis=50"));
        return part("pipeline", List.of("redis"), program.command(told), Duration.ofSeconds(2));
    }

    private Unit gateway() {
        Map<String, String> told = told("gateway");
        told.putAll(addresses.asSettings());
        told.put("WATCHFLOOR_API_KEYS", access.keyFile().toString());
        told.put("WATCHFLOOR_ACCESS_KEY", access.sealKey());
        told.put("WATCHFLOOR_FIRST_SECRET", access.firstSecret());
        told.put("WATCHFLOOR_DEMO", Boolean.toString(demo));
        told.put("WATCHFLOOR_JOURNAL_FOLDER", folder.journal().toString());
        told.put("WATCHFLOOR_DISKS", disks());
        told.put("WATCHFLOOR_HTTP_PORT", Integer.toString(addresses.gateway().getPort()));
        told.putIfAbsent("WATCHFLOOR_PHOTO_FOLDER", folder.photos().toString());
        if (options.feed().kind() == Options.FeedKind.FILE) {
            told.put("WATCHFLOOR_FEED_FILE", options.feed().file().toString());
            told.put("WATCHFLOOR_FEED_MAPPING", options.feed().mapping().toString());
            told.put("WATCHFLOOR_FEED_SPEED", options.feed().speed());
        }
        JavaProgram program = program(
                "gateway",
                "io.watchfloor.gateway.GatewayMain",
                List.of(
                        "-Xms" + Math.min(GATEWAY_HEAP_AT_FIRST, settings.gatewayHeapMegabytes()) + "m",
                        "-Xmx" + settings.gatewayHeapMegabytes() + "m",
                        "-XX:MaxDirectMemorySize=128m",
                        "-XX:+UseSerialGC"));
        return part("gateway", gatewayNeeds(), program.command(told), Duration.ofSeconds(2));
    }

    /** Reports are acknowledged while the graph starts; a replay and a first start wait for the places that reports name. */
    private List<String> gatewayNeeds() {
        return districtIsThere && options.feed().kind() != Options.FeedKind.FILE
                ? List.of("redis")
                : List.of("redis", "district");
    }

    /** Where the other parts write, so that somebody is told before a disk is full. */
    private String disks() {
        List<String> disks = new ArrayList<>(List.of("checkpoints=" + folder.checkpoints(), "work=" + folder.work()));
        if (settings.redisUrl() == null) {
            disks.add("redis=" + folder.redis());
        }
        if (settings.graphUri() == null) {
            disks.add("graph=" + folder.graph());
        }
        return String.join(File.pathSeparator, disks);
    }

    /** What a person needs before the address is worth opening. */
    private Unit console() {
        return new Preparation("console", List.of("district", "pipeline", "gateway"), () -> {
            Door door = Door.trusting(settings.certificate());
            Readiness.await(
                    () -> Readiness.isServed(door, addresses.gateway().resolve("/health/ready"))
                            && Readiness.isServed(door, addresses.gateway().resolve("/")),
                    START_LIMIT,
                    "The gateway runs but says it is not ready, see "
                            + folder.logs().resolve("gateway.log") + ".");
            return null;
        });
    }

    private Unit feed() {
        Map<String, String> told = told("feed");
        told.put("WATCHFLOOR_GATEWAY_URL", addresses.gateway().toString());
        told.put("WATCHFLOOR_API_KEY_FILE", access.simulatorKeyFile().toString());
        JavaProgram program = program(
                "stream/drill",
                "io.watchfloor.drill.SimulatedFeedMain",
                List.of("-Xms16m", "-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        return part("feed", List.of("console"), program.command(told), Duration.ofSeconds(1));
    }

    private Map<String, String> told(String part) {
        return new TreeMap<>(settings.handedOnTo(part));
    }

    private JavaProgram program(String module, String mainClass, List<String> jvmOptions) {
        return new JavaProgram(home.resolve(module), mainClass, jvmOptions);
    }

    private static Part part(String name, List<String> needs, Command command, Duration stopLimit) {
        return new Part(name, needs, command, Child::saidReady, START_LIMIT, stopLimit);
    }
}
