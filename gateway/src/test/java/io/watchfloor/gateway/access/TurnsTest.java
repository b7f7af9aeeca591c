package io.watchfloor.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.watchfloor.gateway.desk.OverloadedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Deque<Promise<Void>> running = new ArrayDeque<>();
    private final List<String> begun = new ArrayList<>();
    private final Turns turns = new Turns(4, 10);

    @Test
    @DisplayName("ASVS 6.1.1: who asks for much from one address keeps nobody else from signing in")
    void shouldServeCallersInTurn() {
        for (int i = 1; i <= 5; i++) {
            ask("crowd", "crowd " + i);
        }
        ask("officer", "officer");
        Future<Void> refused = ask("crowd", "crowd 6");

        assertThat(refused.cause()).isInstanceOf(OverloadedException.class);
        finishAll();
        assertThat(begun).containsExactly("crowd 1", "crowd 2", "officer", "crowd 3", "crowd 4", "crowd 5");
    }

    @Test
    void shouldDoOnePieceAtATimeAndGoOnAfterAFailure() {
        Future<Void> first = ask("a", "first");
        ask("b", "second");
        assertThat(begun).containsExactly("first");

        running.remove().fail("no memory");

        assertThat(first.failed()).isTrue();
        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void shouldRefuseWhatAllTogetherHaveNoPlaceForAndTakeMoreLater() {
        for (int i = 1; i <= 10; i++) {
            ask("caller " + i, "work " + i);
        }
        assertThat(ask("one more", "refused").cause()).isInstanceOf(OverloadedException.class);

        running.remove().complete();

        assertThat(ask("one more", "taken").isComplete()).isFalse();
        finishAll();
        assertThat(begun).hasSize(11).endsWith("taken").doesNotContain("refused");
    }

    private Future<Void> ask(String caller, String name) {
        return turns.take(caller, () -> {
            begun.add(name);
            Promise<Void> work = Promise.promise();
            running.add(work);
            return work.future();
        });
    }

    private void finishAll() {
        while (!running.isEmpty()) {
            running.remove().complete();
        }
    }
}
