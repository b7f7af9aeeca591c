package io.watchfloor.pipeline.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.OperatorStreamStateHandle;
import org.apache.flink.runtime.state.filesystem.FileStateHandle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
    @TempDir
    Path folder;

    @Test
    void shouldFindNothingWhereThereIsNothing() throws Exception {
        assertThat(new CheckpointFolder(folder.resolve("none")).findNewestValid())
                .isEmpty();
    }

    @Test
    void shouldPreferTheHigherRunThenTheHigherCheckpoint() throws Exception {
        checkpoint(1, 99);
        checkpoint(2, 9);
        Path newest = checkpoint(2, 10);

        assertThat(new CheckpointFolder(folder).findNewestValid()).contains(newest);
    }

    @Test
    void shouldPassOverWhatIsNotWhole() throws Exception {
        Path good = checkpoint(1, 1);
        Files.delete(stateOf(checkpoint(1, 2)));
        Files.writeString(stateOf(checkpoint(1, 3)), "cut");
        Files.delete(checkpoint(1, 4).resolve("_metadata"));
        Path truncated = checkpoint(1, 5).resolve("_metadata");
        byte[] whole = Files.readAllBytes(truncated);
        Files.write(truncated, Arrays.copyOf(whole, whole.length / 2));
        Files.write(checkpoint(1, 6).resolve("_metadata"), new byte[0]);

        assertThat(new CheckpointFolder(folder).findNewestValid()).contains(good);
    }

    @Test
    void shouldKeepTheTwoNewestRunsThatCanBeResumedFrom() throws Exception {
        checkpoint(1, 1);
        checkpoint(2, 1);
        checkpoint(3, 1);
        Files.delete(checkpoint(4, 1).resolve("_metadata"));

        Path next = new CheckpointFolder(folder).beginRun();

        assertThat(next).isEqualTo(folder.resolve("run-000005")).isEmptyDirectory();
        assertThat(folder.resolve("run-000001")).doesNotExist();
        assertThat(folder.resolve("run-000002")).exists();
        assertThat(folder.resolve("run-000003")).exists();
    }

    private static Path stateOf(Path checkpoint) {
        return checkpoint.resolve("state");
    }

    /** A whole checkpoint with one state file. */
    private Path checkpoint(int run, int id) throws IOException {
        Path checkpoint = Files.createDirectories(folder.resolve("run-%06d/job/chk-%d".formatted(run, id)));
        Files.writeString(stateOf(checkpoint), "some state");
        FileStateHandle file = new FileStateHandle(
                new org.apache.flink.core.fs.Path(stateOf(checkpoint).toUri()), Files.size(stateOf(checkpoint)));
        OperatorState operator = new OperatorState("merge", "merge", new OperatorID(1, 2), 1, 128);
        operator.putState(
                0,
                OperatorSubtaskState.builder()
                        .setManagedOperatorState(new OperatorStreamStateHandle(Map.of(), file))
                        .build());
        try (OutputStream out = Files.newOutputStream(checkpoint.resolve("_metadata"))) {
            Checkpoints.storeCheckpointMetadata(new CheckpointMetadata(id, List.of(operator), List.of()), out);
        }
        return checkpoint;
    }
}
