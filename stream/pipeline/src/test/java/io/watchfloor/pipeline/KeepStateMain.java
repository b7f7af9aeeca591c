package io.watchfloor.pipeline;

import io.watchfloor.contract.Report;
import io.watchfloor.graph.ForkedGraph;
import io.watchfloor.graph.Graph;
import io.watchfloor.pipeline.io.FilingAccess;
import io.watchfloor.pipeline.place.PlaceAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.RedisClient;

/** Writes what {@link UpgradeIT} starts from: the state of this version's jobs, and the streams beside it. */
public final class KeepStateMain {
    private static final int BEFORE = 160;
    private static final int AFTER = 60;
    private static final long SEED = 20_261_128;

    private KeepStateMain() {}

    /** The argument is the folder to write to. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        Path work = Files.createTempDirectory("kept-state-");
        ForkedGraph graph = ForkedGraph.shared();
        try (Graph schema = Graph.open(graph.settings());
                RedisProcess redis = RedisProcess.start();
                RedisClient client = redis.address().open()) {
            schema.migrate();
            PipelineSettings settings = PipelineSettings.parse(Map.of(
                    "WATCHFLOOR_REDIS_URL", redis.address().uri().toString(),
                    "WATCHFLOOR_GRAPH_URI", graph.settings().uri().toString(),
                    "WATCHFLOOR_CHECKPOINT_DIR", work.toString()));
            Ledger ledger = new Ledger(redis);
            List<Report> reports = new ArrayList<>(Ledger.randomReports("kept-", BEFORE + AFTER, SEED));
            reports.addAll(reports.subList(0, AFTER / 4)); // second copies of what came long before
            Map<String, String> ends;
            Duration connect = Duration.ofSeconds(3);
            try (Pipeline pipeline = Pipeline.start(
                    settings,
                    FilingAccess.graph(settings.graphUri(), null, null, connect),
                    PlaceAccess.graph(settings.graphUri(), null, null, connect))) {
                ledger.acknowledge(reports.subList(0, BEFORE), 20);
                ledger.awaitAllOnPicture();
                ledger.awaitGraphLikePicture(graph.settings());
                ends = KeptStreams.ends(client);
                for (Map.Entry<String, Path> written :
                        pipeline.savepoint(work.resolve("savepoints")).entrySet()) {
                    copy(written.getValue(), folder.resolve(written.getKey()));
                }
                ledger.acknowledge(reports.subList(BEFORE, reports.size()), 20);
                ledger.awaitAllOnPicture();
            }
            KeptStreams.read(client, ends).write(folder.resolve("streams.ndjson.gz"));
        }
        System.exit(0);
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
