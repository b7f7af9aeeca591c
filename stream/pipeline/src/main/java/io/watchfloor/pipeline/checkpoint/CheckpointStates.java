package io.watchfloor.pipeline.checkpoint;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;

/** Whose state is in a checkpoint. */
public final class CheckpointStates {
    private CheckpointStates() {}

    /** Operators that would lose something if they were not there any more. */
    public static Set<OperatorID> ownersIn(Path checkpoint) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(checkpoint.resolve("_metadata")))) {
            CheckpointMetadata metadata = Checkpoints.loadCheckpointMetadata(
                    in,
                    CheckpointStates.class.getClassLoader(),
                    checkpoint.toUri().toString());
            return metadata.getOperatorStates().stream()
                    .filter(CheckpointStates::holdsSomething)
                    .map(OperatorState::getOperatorID)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static boolean holdsSomething(OperatorState operator) {
        return operator.getCoordinatorState() != null
                || operator.getStates().stream().anyMatch(OperatorSubtaskState::hasState);
    }
}
