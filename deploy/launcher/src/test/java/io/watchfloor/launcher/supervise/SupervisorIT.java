package io.watchfloor.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.watchfloor.launcher.process.Child;
import io.watchfloor.launcher.process.Command;
import io.watchfloor.launcher.process.PidFile;
import io.watchfloor.launcher.settings.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Supervises real processes, small ones: shells that say they are ready and wait. */
class SupervisorIT {
    private static final RestartPolicy FAST =
            new RestartPolicy(Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMinutes(1), 3);
    private static final String OBEDIENT =
            "echo READY part; trap 'echo stopped >> $JOURNAL; exit 0' TERM; while :; do sleep 0.05; done";

    @TempDir
    Path folder;

    private final Recorder recorder = new Recorder();
    private Supervisor supervisor;

    @AfterEach
    void stop() throws InterruptedException {
        supervisor.stop();
    }

    @Test
    void shouldStartEachWhenWhatItNeedsIsReady() throws Exception {
        supervise(
                part("store", OBEDIENT),
                preparation("schema", () -> null, "store"),
                part("server", OBEDIENT, "schema"));

        assertThat(supervisor.awaitReady()).isEqualTo(new StartResult.Ready());

        assertThat(recorder.states)
                .containsSubsequence("store READY", "schema READY", "server STARTING", "server READY");
    }

    @Test
    void shouldRefuseAUnitThatNeedsALaterOne() {
        supervise();
        assertThatThrownBy(() -> supervise(part("server", OBEDIENT, "store"), part("store", OBEDIENT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("server needs store, which is not before it");
    }

    @Test
    void shouldStartAgainWhatIsKilled() throws Exception {
        supervise(part("store", OBEDIENT));
        supervisor.awaitReady();
        long first = pid("store");

        kill(first);

        await().until(() -> Files.exists(pidFile("store")) && pid("store") != first);
        await().until(() -> supervisor.status().get(0).state() == UnitState.READY);
        assertThat(recorder.deaths).containsExactly("store 137");
    }

    @Test
    void shouldStopInTheOppositeOrder() throws Exception {
        supervise(part("store", OBEDIENT), part("server", OBEDIENT, "store"));
        supervisor.awaitReady();
        List<ProcessHandle> processes = List.of(process("store"), process("server"));

        supervisor.stop();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(recorder.states).containsSubsequence("server STOPPED", "store STOPPED");
        assertThat(folder.resolve("store.pid")).doesNotExist();
        assertThat(Files.readAllLines(journal())).containsExactly("stopped", "stopped");
    }

    @Test
    void shouldKillWhatDoesNotStopInTime() throws Exception {
        supervise(part("deaf", "trap '' TERM; echo READY part; while :; do sleep 0.05; done"));
        supervisor.awaitReady();
        ProcessHandle deaf = process("deaf");

        supervisor.stop();

        assertThat(deaf.isAlive()).isFalse();
    }

    @Test
    void shouldPassOnTheSentenceOfAPartThatRefusesItsSettings() throws Exception {
        supervise(part("server", "echo 'WATCHFLOOR_HTTP_PORT is no port.' >&2; exit 2"));

        assertThat(supervisor.awaitReady())
                .isEqualTo(new StartResult.Failed("server", true, "WATCHFLOOR_HTTP_PORT is no port.", List.of()));
    }

    @Test
    void shouldGiveUpAPartThatNeverGetsReady() throws Exception {
        supervise(part("server", "echo 'no memory'; exit 1"));

        StartResult.Failed failed = (StartResult.Failed) supervisor.awaitReady();

        assertThat(failed.refused()).isFalse();
        assertThat(failed.lastLines()).containsExactly("no memory");
        assertThat(recorder.deaths).containsExactly("server 1", "server 1");
    }

    @Test
    void shouldGiveUpWhenThereIsNoSuchProgram() throws Exception {
        Command command = new Command(List.of("/no/such/program"), Map.of(), "program");
        supervise(
                new Part("server", List.of(), command, Child::saidReady, Duration.ofSeconds(5), Duration.ofSeconds(1)));

        assertThat(supervisor.awaitReady()).isInstanceOf(StartResult.Failed.class);
    }

    @Test
    void shouldTellAPreparationThatRefusesFromOneThatBreaks() throws Exception {
        supervise(preparation("district", () -> {
            throw new StartRefusedException("The district has faults.");
        }));
        assertThat(supervisor.awaitReady())
                .isEqualTo(new StartResult.Failed("district", true, "The district has faults.", List.of()));

        supervise(preparation("district", () -> {
            throw new IOException("reset");
        }));
        assertThat(((StartResult.Failed) supervisor.awaitReady()).refused()).isFalse();
    }

    @Test
    void shouldKillAPartThatHangsWhileItStarts() throws Exception {
        Command command = shell("exec sleep 300");
        supervise(
                new Part("server", List.of(), command, Child::saidReady, Duration.ofMillis(50), Duration.ofSeconds(1)));

        assertThat(supervisor.awaitReady()).isInstanceOf(StartResult.Failed.class);
        assertThat(recorder.deaths).contains("server 137");
    }

    private void supervise(Unit... units) {
        supervisor = new Supervisor(List.of(units), FAST, recorder, folder, folder);
        supervisor.start();
    }

    private Part part(String name, String script, String... needs) {
        return new Part(
                name, List.of(needs), shell(script), Child::saidReady, Duration.ofSeconds(20), Duration.ofMillis(800));
    }

    private Command shell(String script) {
        return new Command(
                List.of("sh", "-c", script), Map.of("JOURNAL", journal().toString()), "sh");
    }

    private static Preparation preparation(String name, Callable<Void> work, String... needs) {
        return new Preparation(name, List.of(needs), work);
    }

    private Path journal() {
        return folder.resolve("journal");
    }

    private Path pidFile(String name) {
        return folder.resolve(name + ".pid");
    }

    private long pid(String name) throws IOException {
        return PidFile.read(pidFile(name)).map(PidFile::pid).orElse(-1L);
    }

    private ProcessHandle process(String name) throws IOException {
        return ProcessHandle.of(pid(name)).orElseThrow();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static final class Recorder implements SupervisorEvents {
        private final List<String> states = new CopyOnWriteArrayList<>();
        private final List<String> deaths = new CopyOnWriteArrayList<>();

        @Override
        public void changed(UnitStatus status) {
            states.add(status.name() + " " + status.state());
        }

        @Override
        public void died(String part, int exitCode, Duration restartAfter) {
            deaths.add(part + " " + exitCode);
        }
    }
}
