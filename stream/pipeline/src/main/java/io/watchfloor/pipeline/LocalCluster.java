package io.watchfloor.pipeline;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.AccessExecutionGraph;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Flink inside this process. */
final class LocalCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);
    private static final Duration POLL = Duration.ofMillis(50);

    private final MiniCluster flink;

    LocalCluster(Configuration configuration, int slots) throws Exception {
        flink = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .build());
        flink.start();
    }

    /** Starts a job, from a checkpoint unless that is null. */
    JobID submit(String name, StreamExecutionEnvironment job, Path resumeFrom) throws Exception {
        StreamGraph stream = job.getStreamGraph();
        stream.setJobName(name);
        JobGraph graph = stream.getJobGraph();
        graph.setSavepointRestoreSettings(
                resumeFrom == null
                        ? SavepointRestoreSettings.none()
                        : SavepointRestoreSettings.forPath(
                                resumeFrom.toUri().toString(), false, RecoveryClaimMode.NO_CLAIM));
        LOG.info("Job {} {}", name, resumeFrom == null ? "starts fresh" : "resumes from " + resumeFrom);
        return flink.submitJob(graph).get().getJobID();
    }

    /** Returns when all tasks of the job run. */
    void awaitRunning(JobID job) throws InterruptedException, ExecutionException {
        while (!isRunning(job)) {
            Thread.sleep(POLL.toMillis());
        }
    }

    private boolean isRunning(JobID job) throws InterruptedException, ExecutionException {
        AccessExecutionGraph graph = flink.getExecutionGraph(job).get();
        if (graph.getState().isGloballyTerminalState()) {
            throw new IllegalStateException("job " + graph.getJobName() + " ended as " + graph.getState());
        }
        if (graph.getState() != JobStatus.RUNNING) {
            return false;
        }
        for (var vertex : graph.getAllExecutionVertices()) {
            if (vertex.getExecutionState() != ExecutionState.RUNNING) {
                return false;
            }
        }
        return true;
    }

    /** Completes when the job has ended, however; it is not meant to. */
    CompletableFuture<String> onEnd(JobID job) {
        return flink.requestJobResult(job)
                .thenApply(result -> result.getApplicationStatus()
                        + result.getSerializedThrowable()
                                .map(failure -> ": " + failure.getFullStringifiedStackTrace())
                                .orElse(""));
    }

    /** Takes a last checkpoint so that a resume has nothing to repeat; gives up quietly when it takes too long. */
    void checkpointWithin(Duration limit, Iterable<JobID> jobs) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<CompletableFuture<Long>> checkpoints = new ArrayList<>();
        jobs.forEach(job -> checkpoints.add(flink.triggerCheckpoint(job, CheckpointType.DEFAULT)));
        for (CompletableFuture<Long> checkpoint : checkpoints) {
            try {
                checkpoint.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (TimeoutException | ExecutionException e) {
                LOG.warn("No last checkpoint ({}); the resume repeats a little", e.toString());
            }
        }
    }

    /** Writes all state of a job below this folder, in a form that does not depend on how it is held; where it lies. */
    Path savepoint(JobID job, Path folder) throws ExecutionException, InterruptedException {
        String written = flink.triggerSavepoint(job, folder.toUri().toString(), false, SavepointFormatType.CANONICAL)
                .get();
        return Path.of(URI.create(written));
    }

    /** Cancels the jobs, which leaves their checkpoints; gives up waiting when it takes too long. */
    void cancelWithin(Duration limit, Iterable<JobID> jobs) {
        List<CompletableFuture<?>> ends = new ArrayList<>();
        for (JobID job : jobs) {
            ends.add(flink.cancelJob(job).thenCompose(taken -> flink.requestJobResult(job)));
        }
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void close() {
        flink.closeAsync().join();
    }
}
