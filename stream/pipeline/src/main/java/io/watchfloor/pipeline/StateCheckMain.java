package io.watchfloor.pipeline;

import io.watchfloor.pipeline.checkpoint.CheckpointFolder;
import io.watchfloor.pipeline.checkpoint.CheckpointStates;
import io.watchfloor.pipeline.io.FilingAccess;
import io.watchfloor.pipeline.place.PlaceAccess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.OperatorIDPair;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Whether this version can go on from the checkpoints that another version left: state whose operator is gone would stop
 * the start, and is better known before. What its fields look like is only seen when it is read.
 */
public final class StateCheckMain {
    private static final int MISFIT = 1;

    private StateCheckMain() {}

    /** The argument is the folder of checkpoints; the exit code is 1 when a job could not go on from its own. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, String> settings = new TreeMap<>(System.getenv());
        settings.keySet().removeIf(key -> !key.startsWith("WATCHFLOOR_"));
        settings.put("WATCHFLOOR_CHECKPOINT_DIR", arguments[0]);
        if (!check(PipelineSettings.parse(settings), out)) {
            System.exit(MISFIT);
        }
    }

    /** Says what it finds of each job; whether all is well. */
    static boolean check(PipelineSettings settings, PrintStream out) throws IOException {
        Duration never = Duration.ofSeconds(1);
        Map<String, Consumer<StreamExecutionEnvironment>> jobs = Pipeline.define(
                settings,
                FilingAccess.graph(settings.graphUri(), settings.graphUser(), settings.graphPassword(), never),
                PlaceAccess.graph(settings.graphUri(), settings.graphUser(), settings.graphPassword(), never));
        boolean fits = true;
        for (Map.Entry<String, Consumer<StreamExecutionEnvironment>> job : jobs.entrySet()) {
            Path folder = settings.checkpointDir().resolve(job.getKey());
            Optional<Path> newest = new CheckpointFolder(folder).findNewestValid();
            if (newest.isEmpty()) {
                out.println(job.getKey() + ": no checkpoint, starts fresh");
                continue;
            }
            Set<OperatorID> left = new HashSet<>(CheckpointStates.ownersIn(newest.get()));
            int held = left.size();
            left.removeAll(operatorsOf(settings, job.getValue()));
            fits &= left.isEmpty();
            out.println(job.getKey() + ": " + newest.get() + ", state of " + held + " operators, "
                    + (left.isEmpty() ? "all of them known" : "of which this version does not know " + left));
        }
        return fits;
    }

    private static Set<OperatorID> operatorsOf(
            PipelineSettings settings, Consumer<StreamExecutionEnvironment> definition) {
        Configuration flink = FlinkConfiguration.of(settings, settings.workDir());
        StreamExecutionEnvironment job = new StreamExecutionEnvironment(flink);
        definition.accept(job);
        Set<OperatorID> operators = new HashSet<>();
        for (JobVertex vertex : job.getStreamGraph().getJobGraph().getVertices()) {
            for (OperatorIDPair operator : vertex.getOperatorIDs()) {
                operators.add(operator.getUserDefinedOperatorID().orElse(operator.getGeneratedOperatorID()));
                operators.add(operator.getGeneratedOperatorID());
            }
        }
        return operators;
    }
}
