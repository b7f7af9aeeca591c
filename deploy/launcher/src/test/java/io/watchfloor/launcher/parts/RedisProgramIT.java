package io.watchfloor.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.watchfloor.launcher.folder.DataFolder;
import io.watchfloor.launcher.process.Child;
import io.watchfloor.launcher.process.Command;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;

class RedisProgramIT {
    @TempDir
    Path temporary;

    private DataFolder folder;
    private int port;
    private Child redis;

    @BeforeEach
    void choosePlace() throws Exception {
        folder = DataFolder.prepare(temporary);
        port = new LoopbackPorts(new Random()).next();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (redis != null) {
            redis.stop(Duration.ofSeconds(2));
        }
    }

    @Test
    void shouldKeepWhatItAcknowledgedWhenKilled() throws Exception {
        start();
        try (Jedis client = new Jedis(address())) {
            client.set("report", "acknowledged");
        }
        redis.kill();
        redis.awaitExit();

        start();

        try (Jedis client = new Jedis(address())) {
            assertThat(client.get("report")).isEqualTo("acknowledged");
        }
    }

    @Test
    void shouldRefuseRatherThanForget() throws Exception {
        start();

        try (Jedis client = new Jedis(address())) {
            assertThat(client.configGet("maxmemory-policy")).containsValue("noeviction");
            assertThat(client.configGet("appendfsync")).containsValue("always");
            assertThat(client.configGet("save")).containsValue("");
        }
    }

    @Test
    void shouldPreferTheMachinesOwn() throws IOException {
        Path own = temporary.resolve("bin/redis-server");
        Files.createDirectories(own.getParent());
        Files.createFile(own);
        assertThat(RedisProgram.find("/nowhere::" + own.getParent())).isEmpty();

        assertThat(own.toFile().setExecutable(true)).isTrue();

        assertThat(RedisProgram.find("/nowhere::" + own.getParent())).contains(own);
    }

    private void start() throws IOException {
        Command carriedAlong = RedisProgram.command(folder, port, "");
        redis = Child.start(
                carriedAlong, folder.logs().resolve("redis.log"), folder.run().resolve("redis.pid"));
        await().until(() -> Readiness.redisAnswers(address()));
    }

    private URI address() {
        return URI.create("redis://127.0.0.1:" + port);
    }
}
