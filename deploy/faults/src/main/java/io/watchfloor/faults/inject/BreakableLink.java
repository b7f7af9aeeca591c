package io.watchfloor.faults.inject;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP link that can be slow, torn, or silent: what is sent is held back and lost when the link is cut. */
public final class BreakableLink implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final ServerSocket door;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile long delayMillis;
    private volatile boolean silent;

    /** A link to this port of this machine, on a port of its own. */
    public BreakableLink(int targetPort) throws IOException {
        door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        daemon("link-door", this::accept);
    }

    /** Its own port. */
    public int port() {
        return door.getLocalPort();
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
            socket.setSoLinger(true, 0);
            socket.close();
        }
        open.clear();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                client.setTcpNoDelay(true);
                Socket server = new Socket();
                server.setTcpNoDelay(true);
                try {
                    server.connect(target);
                } catch (IOException e) {
                    client.close();
                    continue;
                }
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
