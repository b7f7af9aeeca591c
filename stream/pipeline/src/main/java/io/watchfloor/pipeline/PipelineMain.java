package io.watchfloor.pipeline;

import io.watchfloor.pipeline.io.FilingAccess;
import io.watchfloor.pipeline.place.PlaceAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process: starts both jobs, prints {@code READY pipeline}, stops on SIGTERM within five seconds. */
public final class PipelineMain {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineMain.class);
    private static final Duration GRAPH_CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration STOP_LIMIT = Duration.ofMillis(4_500);
    private static final int WRONG_SETTING = 2;
    private static final int JOB_ENDED = 3;

    private PipelineMain() {}

    @SuppressWarnings("SystemOut") // what a supervisor waits for stands on stdout, and nothing else does
    public static void main(String[] args) throws Exception {
        PipelineSettings settings;
        try {
            settings = PipelineSettings.parse(System.getenv());
            requireWritable("WATCHFLOOR_CHECKPOINT_DIR", settings.checkpointDir());
            requireWritable("WATCHFLOOR_WORK_DIR", settings.workDir());
        } catch (PipelineSettings.WrongSettingException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_SETTING);
            return;
        }
        Pipeline pipeline = Pipeline.start(
                settings,
                FilingAccess.graph(
                        settings.graphUri(), settings.graphUser(), settings.graphPassword(), GRAPH_CONNECT_TIMEOUT),
                PlaceAccess.graph(
                        settings.graphUri(), settings.graphUser(), settings.graphPassword(), GRAPH_CONNECT_TIMEOUT));
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(pipeline, stopping), "stop"));
        System.out.println("READY pipeline");
        String end = pipeline.onEnd().get();
        if (!stopping.get()) {
            LOG.error("A job has ended, the process with it: {}", end);
            Runtime.getRuntime().halt(JOB_ENDED);
        }
    }

    private static void requireWritable(String setting, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw notWritable(setting, folder);
        }
        if (!Files.isWritable(folder)) {
            throw notWritable(setting, folder);
        }
    }

    private static PipelineSettings.WrongSettingException notWritable(String setting, Path folder) {
        return new PipelineSettings.WrongSettingException(
                setting + "=" + folder + " must be a folder that can be written.");
    }

    /** Whatever is not done by then is done again by the next start: a stop is never worse than a kill. */
    private static void stop(Pipeline pipeline, AtomicBoolean stopping) {
        stopping.set(true);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread closing = new Thread(
                () -> {
                    try {
                        pipeline.close();
                    } catch (Exception e) {
                        LOG.warn("The stop was not clean; the next start resumes from the last checkpoint", e);
                    } finally {
                        stopped.countDown();
                    }
                },
                "close");
        closing.setDaemon(true);
        closing.start();
        try {
            boolean clean = stopped.await(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (!clean) {
                LOG.warn("The stop took too long; the next start resumes from the last checkpoint");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }
}
