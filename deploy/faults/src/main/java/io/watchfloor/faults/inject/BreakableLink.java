package io.watchfloor.faults.inject;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A TCP link that can be slow, torn, or silent: what is sent is held back and lost when the link is cut. With several
 * targets it leads to the first that answers, as a load balancer does.
 */
public final class BreakableLink implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final ServerSocket door;
    private final List<InetSocketAddress> targets;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long delayMillis;
    private volatile boolean silent;

    /** A link to these ports of this machine, on a port of its own. */
    public BreakableLink(Integer... targetPorts) throws IOException {
        door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        targets = Stream.of(targetPorts)
                .map(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .toList();
        daemon("link-door", this::accept);
    }

    /** Its own port. */
    public int port() {
        return door.getLocalPort();
    }

    /** The first port it leads to. */
    int targetPort() {
        return targets.get(0).getPort();
    }

    /** Every chunk waits so long. */
    public void delay(long millis) {
        delayMillis = millis;
    }

    /** Nothing passes, and nobody is told; what was under way is lost with the connections. */
    public void partition(boolean on) throws IOException {
        silent = on;
        if (!on) {
            reset();
        }
    }

    /** Every connection is torn as a crashed host does. */
    public void reset() throws IOException {
        for (Socket socket : open) {
            tear(socket);
        }
        open.clear();
    }

    private static void tear(Socket socket) throws IOException {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (SocketException e) {
            // its other end went first, and took it along
            socket.close();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                client.setTcpNoDelay(true);
                Optional<Socket> reached = connect();
                if (reached.isEmpty()) {
                    client.close();
                    continue;
                }
                Socket server = reached.get();
                open.add(client);
                open.add(server);
                daemon("link-there", () -> pump(client, server));
                daemon("link-back", () -> pump(server, client));
            } catch (IOException e) {
                // closed, or the client has gone already
                Thread.onSpinWait();
            }
        }
    }

    private Optional<Socket> connect() throws IOException {
        for (InetSocketAddress target : targets) {
            Socket server = new Socket();
            try {
                server.connect(target);
                server.setTcpNoDelay(true);
                return Optional.of(server);
            } catch (IOException e) {
                server.close();
            }
        }
        return Optional.empty();
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (delayMillis > 0) {
                    Thread.sleep(delayMillis);
                }
                if (!silent) {
                    out.write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // torn, by either side or by us
            open.remove(from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        reset();
    }
}
