package io.watchfloor.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {
    @Test
    void shouldChooseDifferentPortsBelowThoseOfOutgoingConnections() {
        LoopbackPorts ports = new LoopbackPorts(new Random(7));

        assertThat(Stream.generate(ports::next).limit(20))
                .doesNotHaveDuplicates()
                .allSatisfy(port -> assertThat(port).isBetween(20_000, 32_000));
    }

    @Test
    void shouldSeeThatAPortIsTaken() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(LoopbackPorts.isFree("127.0.0.1", socket.getLocalPort())).isFalse();
        }
    }
}
