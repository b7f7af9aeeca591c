package io.watchfloor.pipeline.checkpoint;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.IncrementalRemoteKeyedStateHandle;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.OperatorStateHandle;
import org.apache.flink.runtime.state.OperatorStreamStateHandle;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;

/** Finds out, before a job is started from it, whether a checkpoint is whole. */
final class CheckpointFlaw {
    private static final String METADATA = "_metadata";

    private CheckpointFlaw() {}

    /** What is wrong with it, as half a sentence; empty when it can be resumed from. */
    static Optional<String> find(Path checkpoint) {
        Path metadataFile = checkpoint.resolve(METADATA);
        if (!Files.isRegularFile(metadataFile)) {
            return Optional.of("it was never completed, " + METADATA + " is missing");
        }
        CheckpointMetadata metadata;
        try (DataInputStream in = new DataInputStream(Files.newInputStream(metadataFile))) {
            metadata = Checkpoints.loadCheckpointMetadata(
                    in,
                    CheckpointFlaw.class.getClassLoader(),
                    checkpoint.toUri().toString());
        } catch (IOException | RuntimeException e) {
            return Optional.of(METADATA + " is damaged (" + e + ")");
        }
        return files(metadata).stream()
                .flatMap(handle -> flawOf(handle).stream())
                .findFirst();
    }

    private static Optional<String> flawOf(StreamStateHandle handle) {
        if (handle.maybeGetPath().isEmpty()) {
            return Optional.empty();
        }
        Path file = Path.of(handle.maybeGetPath().get().toUri().getPath());
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.of("its file " + file + " is missing");
            }
            return Files.size(file) < handle.getStateSize()
                    ? Optional.of("its file " + file + " is cut short")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("its file " + file + " cannot be read (" + e + ")");
        }
    }

    private static List<StreamStateHandle> files(CheckpointMetadata metadata) {
        List<StreamStateHandle> files = new ArrayList<>();
        for (OperatorState operator : metadata.getOperatorStates()) {
            if (operator.getCoordinatorState() != null) {
                files.add(operator.getCoordinatorState());
            }
            for (OperatorSubtaskState subtask : operator.getStates()) {
                Stream.of(
                                subtask.getManagedOperatorState(),
                                subtask.getRawOperatorState(),
                                subtask.getManagedKeyedState(),
                                subtask.getRawKeyedState())
                        .flatMap(states -> states.stream())
                        .forEach(state -> addFiles(state, files));
            }
        }
        return files;
    }

    private static void addFiles(StateObject state, List<StreamStateHandle> files) {
        if (state instanceof IncrementalRemoteKeyedStateHandle incremental) {
            incremental.getSharedState().forEach(file -> files.add(file.getHandle()));
            incremental.getPrivateState().forEach(file -> files.add(file.getHandle()));
            files.add(incremental.getMetaDataStateHandle());
        } else if (state instanceof KeyGroupsStateHandle keyGroups) {
            files.add(keyGroups.getDelegateStateHandle());
        } else if (state instanceof OperatorStreamStateHandle operator) {
            files.add(operator.getDelegateStateHandle());
        } else if (state instanceof StreamStateHandle file
                && !(state instanceof KeyedStateHandle)
                && !(state instanceof OperatorStateHandle)) {
            files.add(file);
        }
    }
}
