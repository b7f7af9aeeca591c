package io.watchfloor.gateway.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisSetupTest {
    private static final String MEMORY =
            "# Memory\r\nused_memory:1\r\nmaxmemory:0\r\nmaxmemory_policy:%s\r\nmem_x:1\r\n";
    private static final String LOGGED = "# Persistence\r\nloading:0\r\naof_enabled:1\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"always", "everysec", ""})
    void shouldTakeOneThatKeepsWhatItAcknowledges(String sync) {
        RedisSetup setup = RedisSetup.of(MEMORY.formatted("noeviction"), LOGGED, sync);

        assertThat(setup.findFault()).isEmpty();
        assertThat(setup.findDoubt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "allkeys-lfu", "allkeys-random", "volatile-lru", "volatile-ttl"})
    void shouldRefuseOneThatThrowsAway(String policy) {
        assertThat(RedisSetup.of(MEMORY.formatted(policy), LOGGED, "always").findFault())
                .get()
                .asString()
                .contains(policy)
                .contains("noeviction");
    }

    @Test
    void shouldDoubtOneThatWritesOrSyncsNothing() {
        String memory = MEMORY.formatted("noeviction");

        assertThat(RedisSetup.of(memory, LOGGED, "no").findDoubt())
                .get()
                .asString()
                .contains("appendfsync");
        assertThat(RedisSetup.of(memory, LOGGED.replace(":1", ":0"), "always").findDoubt())
                .get()
                .asString()
                .contains("appendonly yes");
    }
}
