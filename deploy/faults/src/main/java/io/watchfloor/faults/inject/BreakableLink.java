package io.watchfloor.faults.inject;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A TCP link that can be slow, torn, or silent: what is sent is held back and lost when the link is cut. With several
 * targets it leads to the first that answers, as a load balancer does.
 */
public final class BreakableLink implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    private static final int MOST_UNDER_WAY = 1_024;
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    /** What was sent, and when it is to arrive. */
    private record Chunk(ByteBuffer bytes, long dueNanos) {}

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

    /** What is sent arrives so much later, in either direction. */
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

    /** Takes what comes, and notes when it is due at the other side; what is under way has a bound, as in a real link. */
    private void pump(Socket from, Socket to) {
        BlockingQueue<Chunk> underWay = new ArrayBlockingQueue<>(MOST_UNDER_WAY);
        daemon("link-out", () -> deliver(underWay, from, to));
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                underWay.put(new Chunk(ByteBuffer.wrap(Arrays.copyOf(buffer, read)), dueNanos()));
            }
            underWay.put(new Chunk(END, dueNanos()));
        } catch (IOException e) {
            // torn, by either side or by us
            end(from);
            end(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long dueNanos() {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMillis);
    }

    private void deliver(BlockingQueue<Chunk> underWay, Socket from, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            while (!from.isClosed()) {
                Chunk next = underWay.poll(1, TimeUnit.SECONDS);
                if (next == null) {
                    continue;
                }
                if (!next.bytes().hasRemaining()) {
                    return;
                }
                TimeUnit.NANOSECONDS.sleep(next.dueNanos() - System.nanoTime());
                if (!silent) {
                    out.write(next.bytes().array());
                }
            }
        } catch (IOException e) {
            // torn, by either side or by us
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(from);
            end(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // the other side ended it meanwhile
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
