package io.watchfloor.launcher.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/**
 * Chooses free ports for the parts to talk to each other on; a part keeps its port for the whole run.
 *
 * <p>They lie below the range the operating system takes ports for outgoing connections from (32768 and up on Linux).
 * Inside it, a client that calls the port of a part that just died can be given that very port as its own, is then
 * connected to itself, and the part finds its port taken when it comes back.
 */
public final class LoopbackPorts {
    private static final int LOWEST = 20_000;
    private static final int COUNT = 12_000;
    private static final int ATTEMPTS = 1_000;

    private final Random random;
    private final Set<Integer> taken = new HashSet<>();

    public LoopbackPorts(Random random) {
        this.random = random;
    }

    /**
     * A free port, another one each time.
     *
     * @throws IllegalStateException when none is found
     */
    public int next() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = LOWEST + random.nextInt(COUNT);
            if (!taken.contains(port) && isFree("127.0.0.1", port)) {
                taken.add(port);
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST + " and " + (LOWEST + COUNT));
    }

    /** Whether a server can be bound there now. */
    public static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
