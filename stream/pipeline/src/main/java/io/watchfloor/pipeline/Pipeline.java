package io.watchfloor.pipeline;

import io.watchfloor.contract.Channels;
import io.watchfloor.pipeline.checkpoint.CheckpointFolder;
import io.watchfloor.pipeline.duty.DistrictAccess;
import io.watchfloor.pipeline.duty.DutyInput;
import io.watchfloor.pipeline.duty.DutyOutput;
import io.watchfloor.pipeline.duty.DutyPipeline;
import io.watchfloor.pipeline.function.Arrival;
import io.watchfloor.pipeline.function.Observation;
import io.watchfloor.pipeline.io.DutyFormat;
import io.watchfloor.pipeline.io.FilingAccess;
import io.watchfloor.pipeline.io.FilingSink;
import io.watchfloor.pipeline.io.IntakeFormat;
import io.watchfloor.pipeline.io.MessageSink;
import io.watchfloor.pipeline.io.PictureFormat;
import io.watchfloor.pipeline.io.RedisAddress;
import io.watchfloor.pipeline.io.RedisStreamSource;
import io.watchfloor.pipeline.io.TrimPolicy;
import io.watchfloor.pipeline.place.GazetteerSource;
import io.watchfloor.pipeline.place.PlaceAccess;
import io.watchfloor.pipeline.rule.SameEvent;
import io.watchfloor.pipeline.warn.WarnPipeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** All jobs, running in this process, each resumed from its newest whole checkpoint. */
public final class Pipeline implements AutoCloseable {
    private static final int JOBS = 3;
    /** It writes all its timers each time, one per open incident, and reads back what it repeats. */
    private static final int DUTY_INTERVALS = 3;

    /** So much of the picture stream Redis holds at ease, about 250 MB. */
    private static final long PICTURE_MOST_ENTRIES = 300_000;
    /** Nobody but the filing job reads them; what has been filed lately stays for whoever looks into a fault. */
    private static final Duration FILED_MIN_AGE = Duration.ofMinutes(10);

    private static final long FILED_MOST_ENTRIES = 50_000;

    private static final Duration GRAPH_CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration NAMES_INTERVAL = Duration.ofSeconds(3);

    private static final Duration LAST_CHECKPOINT = Duration.ofMillis(2_500);

    private static final Duration CANCEL = Duration.ofMillis(1_200);

    private final LocalCluster cluster;
    private final Map<String, JobID> jobs;

    private Pipeline(LocalCluster cluster, Map<String, JobID> jobs) {
        this.cluster = cluster;
        this.jobs = jobs;
    }

    /** Starts all jobs and returns when all their tasks run. */
    public static Pipeline start(PipelineSettings settings, FilingAccess graph, PlaceAccess places) throws Exception {
        Path workFolder = settings.workDir().resolve("jobs");
        CheckpointFolder.delete(workFolder);
        Configuration flink = FlinkConfiguration.of(settings, workFolder);
        LocalCluster cluster = new LocalCluster(flink, JOBS * settings.parallelism());
        Map<String, JobID> jobs = new LinkedHashMap<>();
        for (Map.Entry<String, Consumer<StreamExecutionEnvironment>> job :
                define(settings, graph, places).entrySet()) {
            jobs.put(job.getKey(), submit(cluster, flink, settings, job.getKey(), job.getValue()));
        }
        for (JobID job : jobs.values()) {
            cluster.awaitRunning(job);
        }
        return new Pipeline(cluster, jobs);
    }

    /** What each job is made of, by the job's name. */
    static Map<String, Consumer<StreamExecutionEnvironment>> define(
            PipelineSettings settings, FilingAccess graph, PlaceAccess places) {
        RedisAddress redis = new RedisAddress(settings.redis());
        Map<String, Consumer<StreamExecutionEnvironment>> jobs = new LinkedHashMap<>();
        jobs.put(PicturePipeline.NAME, job -> picture(job, redis, settings, places));
        jobs.put(
                FilingPipeline.NAME,
                job -> FilingPipeline.define(
                        job, observations(redis, settings), new FilingSink(graph, redis, settings.world())));
        jobs.put(DutyPipeline.NAME, job -> duty(job, redis, settings));
        return jobs;
    }

    private static JobID submit(
            LocalCluster cluster,
            Configuration flink,
            PipelineSettings settings,
            String name,
            Consumer<StreamExecutionEnvironment> definition)
            throws Exception {
        CheckpointFolder checkpoints =
                new CheckpointFolder(settings.checkpointDir().resolve(name));
        Path resumeFrom = checkpoints.findNewestValid().orElse(null);
        Configuration own = new Configuration(flink);
        own.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                checkpoints.beginRun().toUri().toString());
        if (name.equals(DutyPipeline.NAME)) {
            own.set(
                    CheckpointingOptions.CHECKPOINTING_INTERVAL,
                    settings.checkpointInterval().multipliedBy(DUTY_INTERVALS));
        }
        StreamExecutionEnvironment job = new StreamExecutionEnvironment(own);
        definition.accept(job);
        return cluster.submit(name, job, resumeFrom);
    }

    private static void picture(
            StreamExecutionEnvironment job, RedisAddress redis, PipelineSettings settings, PlaceAccess places) {
        String world = settings.world();
        PicturePipeline.Streams streams = PicturePipeline.define(
                job,
                intake(redis, settings),
                settings.intakePartitions(),
                new GazetteerSource(places, NAMES_INTERVAL),
                new SameEvent(),
                new MessageSink<>("picture sink", redis, world, Observation::messages));
        WarnPipeline.define(
                world,
                settings.holidays(),
                streams.filed(),
                streams.gazetteer(),
                new MessageSink<>("alert sink", redis, world, List::of));
    }

    private static RedisStreamSource<Arrival> intake(RedisAddress redis, PipelineSettings settings) {
        List<String> streams = IntStream.range(0, settings.intakePartitions())
                .mapToObj(partition -> Channels.intake(settings.world(), partition))
                .toList();
        TrimPolicy trim = TrimPolicy.below(FlinkConfiguration.RETAINED_CHECKPOINTS);
        return new RedisStreamSource<>(redis, settings.world(), streams, new IntakeFormat(settings.world()), trim);
    }

    private static RedisStreamSource<Observation> observations(RedisAddress redis, PipelineSettings settings) {
        String picture = Channels.picture(settings.world());
        String filed = Channels.filed(settings.world());
        TrimPolicy trim = TrimPolicy.below(FlinkConfiguration.RETAINED_CHECKPOINTS)
                .keeping(picture, settings.pictureKept(), PICTURE_MOST_ENTRIES)
                .keeping(filed, FILED_MIN_AGE, FILED_MOST_ENTRIES);
        return new RedisStreamSource<>(redis, settings.world(), List.of(picture, filed), new PictureFormat(), trim);
    }

    /** It reads the picture beside the filing job, which alone trims it. */
    private static void duty(StreamExecutionEnvironment job, RedisAddress redis, PipelineSettings settings) {
        String picture = Channels.picture(settings.world());
        RedisStreamSource<DutyInput> source = new RedisStreamSource<>(
                redis, settings.world(), List.of(picture), new DutyFormat(), TrimPolicy.never());
        DistrictAccess district = DistrictAccess.graph(
                settings.graphUri(), settings.graphUser(), settings.graphPassword(), GRAPH_CONNECT_TIMEOUT);
        MessageSink<DutyOutput> sink = new MessageSink<>("duty sink", redis, settings.world(), DutyOutput::messages);
        DutyPipeline.define(job, source, settings.world(), settings.timeTargets(), district, sink);
    }

    /** Completes, with what happened, when any job has ended for good; none is meant to. */
    public CompletableFuture<String> onEnd() {
        return CompletableFuture.anyOf(
                        jobs.values().stream().map(cluster::onEnd).toArray(CompletableFuture[]::new))
                .thenApply(String::valueOf);
    }

    /** Writes the state of each job below this folder, where another version can start from it; where, by job. */
    Map<String, Path> savepoint(Path folder) throws ExecutionException, InterruptedException {
        Map<String, Path> written = new LinkedHashMap<>();
        for (Map.Entry<String, JobID> job : jobs.entrySet()) {
            written.put(job.getKey(), cluster.savepoint(job.getValue(), folder.resolve(job.getKey())));
        }
        return written;
    }

    /** Takes a last checkpoint of all jobs, within seconds or not at all, and stops; the checkpoints stay. */
    @Override
    public void close() {
        cluster.checkpointWithin(LAST_CHECKPOINT, jobs.values());
        cluster.cancelWithin(CANCEL, jobs.values());
        cluster.close();
    }
}
