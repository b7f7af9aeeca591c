package io.watchfloor.graphserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;

class GraphServerIT {
    @TempDir
    Path folder;

    @Test
    void shouldAskForThePasswordFromTheFirstStartAndTakeANewOneAtALater() throws Exception {
        try (GraphServer server = GraphServer.start(new GraphServerSettings(0, folder, "correct-horse"))) {
            assertThat(answers(server, AuthTokens.basic("neo4j", "correct-horse")))
                    .isTrue();
            assertThatThrownBy(() -> answers(server, AuthTokens.basic("neo4j", "neo4j")))
                    .isInstanceOf(AuthenticationException.class);
            assertThatThrownBy(() -> answers(server, AuthTokens.none())).isInstanceOf(AuthenticationException.class);
        }
        try (GraphServer server = GraphServer.start(new GraphServerSettings(0, folder, "correct-horse"))) {
            assertThat(answers(server, AuthTokens.basic("neo4j", "correct-horse")))
                    .isTrue();
        }
        try (GraphServer server = GraphServer.start(new GraphServerSettings(0, folder, "battery-staple"))) {
            assertThat(answers(server, AuthTokens.basic("neo4j", "battery-staple")))
                    .isTrue();
        }
    }

    @Test
    void shouldListenOnLoopbackAndKeepWhatWasWritten() throws Exception {
        try (GraphServer server = GraphServer.start(new GraphServerSettings(0, folder, null))) {
            assertThat(server.boltUri().getHost()).isEqualTo("127.0.0.1");
            try (Driver driver = GraphDatabase.driver(server.boltUri())) {
                driver.executableQuery("CREATE (:Kept {id: 1})").execute();
            }
        }
        try (GraphServer server = GraphServer.start(new GraphServerSettings(0, folder, null));
                Driver driver = GraphDatabase.driver(server.boltUri())) {
            assertThat(driver.executableQuery("MATCH (n:Kept) RETURN n.id AS id")
                            .execute()
                            .records())
                    .hasSize(1);
        }
    }

    private static boolean answers(GraphServer server, AuthToken token) {
        try (Driver driver = GraphDatabase.driver(server.boltUri(), token)) {
            driver.verifyConnectivity();
            return true;
        }
    }
}
