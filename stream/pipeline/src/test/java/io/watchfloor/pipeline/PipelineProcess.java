package io.watchfloor.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The pipeline as a process of its own, which a test can kill. */
final class PipelineProcess implements AutoCloseable {
    private final Process process;

    private PipelineProcess(Process process) {
        this.process = process;
    }

    /** Starts it and returns when it says that it is ready. */
    static PipelineProcess start(URI redis, URI graph, Path checkpoints) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path"),
                PipelineMain.class.getName());
        builder.environment().keySet().removeIf(key -> key.startsWith("WATCHFLOOR_"));
        builder.environment()
                .putAll(Map.of(
                        "WATCHFLOOR_REDIS_URL", redis.toString(),
                        "WATCHFLOOR_GRAPH_URI", graph.toString(),
                        "WATCHFLOOR_CHECKPOINT_DIR", checkpoints.toString(),
                        "WATCHFLOOR_CHECKPOINT_INTERVAL", "PT0.5S"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        PipelineProcess pipeline = new PipelineProcess(process);
        pipeline.awaitReady();
        return pipeline;
    }

    private void awaitReady() throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals("READY pipeline")) {
                return;
            }
        }
        throw new IllegalStateException("the pipeline ended before it was ready");
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** As SIGTERM does; true when it ends in time and says that all is well. */
    boolean stopWithin(long seconds) throws InterruptedException {
        process.destroy();
        return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Override
    public void close() {
        kill();
    }
}
