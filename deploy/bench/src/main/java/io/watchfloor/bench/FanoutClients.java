package io.watchfloor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Many consoles on one thread, and others that never read. */
final class FanoutClients implements AutoCloseable {
    private static final int READ_BYTES = 256 * 1024;
    private static final long PING_NANOS = Duration.ofSeconds(15).toNanos();
    private static final long SELECT_MILLIS = 100;
    private static final long POLL_MILLIS = 20;

    private final Selector selector = Selector.open();
    private final List<FanoutSocket> sockets = new ArrayList<>();
    private final List<FanoutSocket> deaf = new ArrayList<>();
    private final FanoutTimes times;
    private final Thread reader = new Thread(this::read, "fanout-clients");
    private volatile int upgraded;
    private volatile int lost;
    private volatile boolean closed;

    /** Connects so many that read. */
    FanoutClients(URI address, String authorization, int count, FanoutTimes times) throws IOException {
        this.times = times;
        for (int i = 0; i < count; i++) {
            FanoutSocket socket = FanoutSocket.open(address, authorization, true);
            sockets.add(socket);
            socket.channel().register(selector, SelectionKey.OP_READ, socket);
        }
        reader.start();
    }

    /** Connects so many that never read. */
    void addDeaf(URI address, String authorization, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            deaf.add(FanoutSocket.open(address, authorization, false));
        }
    }

    /** Each says which part of the map it shows. */
    void sayViews(IntFunction<String> viewOf) throws IOException {
        for (int i = 0; i < sockets.size(); i++) {
            sockets.get(i).say(viewOf.apply(i));
        }
    }

    void awaitUpgraded() throws TimeoutException, InterruptedException {
        await(() -> upgraded == sockets.size(), Duration.ofSeconds(60), "all sockets are open");
    }

    /** Waits until every socket has so many updates; whether it came to that. */
    boolean awaitDelivered(long updates, Duration limit) throws InterruptedException {
        try {
            await(() -> times.delivered() >= updates * sockets.size(), limit, "all is delivered");
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** How many sockets the server has closed. */
    int lost() {
        return lost;
    }

    private static void await(BooleanSupplier condition, Duration limit, String what)
            throws TimeoutException, InterruptedException {
        long started = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - started > limit.toNanos()) {
                throw new TimeoutException("not within " + limit + ": " + what);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
        FanoutFrames frames = new FanoutFrames();
        long pinged = System.nanoTime();
        try {
            while (!closed) {
                selector.select(key -> take(key, buffer, frames), SELECT_MILLIS);
                if (System.nanoTime() - pinged > PING_NANOS) {
                    pinged = System.nanoTime();
                    pingAll();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void take(SelectionKey key, ByteBuffer buffer, FanoutFrames frames) {
        FanoutSocket socket = (FanoutSocket) key.attachment();
        try {
            boolean before = socket.isUpgraded();
            buffer.clear();
            if (socket.channel().read(buffer) < 0) {
                throw new IOException("the server has closed it");
            }
            socket.take(buffer.flip(), frames, times);
            if (!before && socket.isUpgraded()) {
                upgraded++;
            }
        } catch (IOException e) {
            key.cancel();
            lost++;
        }
    }

    private void pingAll() throws IOException {
        for (SelectionKey key : selector.keys()) {
            if (key.isValid() && ((FanoutSocket) key.attachment()).isUpgraded()) {
                ((FanoutSocket) key.attachment()).ping();
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (FanoutSocket socket : sockets) {
            socket.channel().close();
        }
        for (FanoutSocket socket : deaf) {
            socket.channel().close();
        }
        selector.close();
    }
}
