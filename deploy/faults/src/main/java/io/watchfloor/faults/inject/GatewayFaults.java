package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import io.watchfloor.faults.load.WatchingConsole;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What can happen to the gateway and its consoles: 12, 14 and 15. */
final class GatewayFaults {
    private static final long MOST_HEAP_GROWTH = 64L * 1024 * 1024;
    private static final int IDLE_SOCKETS = 20;
    private static final Duration RESUME = Duration.ofSeconds(3);
    private static final Duration SNAPSHOT_P99 = Duration.ofSeconds(3);

    private GatewayFaults() {}

    static List<Fault> list() {
        return List.of(
                new Fault(
                        12,
                        "kill -9 one of two gateways, then the only one",
                        "consoles resume within 3 s, no gap, L",
                        Fault.Needs.NOTHING,
                        GatewayFaults::killGateway),
                new Fault(
                        14,
                        "consoles that never read",
                        "others unaffected, heap flat",
                        Fault.Needs.NOTHING,
                        GatewayFaults::neverRead),
                new Fault(
                        15,
                        "consoles come back at once",
                        "snapshot p99 within 3 s",
                        Fault.Needs.NOTHING,
                        GatewayFaults::comeBack));
    }

    /** Its consoles come back to the other one through a load balancer, and miss nothing; then the only one is killed. */
    private static String killGateway(Bench bench) throws Exception {
        String figure;
        int first = bench.system().address().getPort();
        try (SecondGateway second = SecondGateway.start(bench);
                BreakableLink balancer = new BreakableLink(first, second.port());
                WatchingConsole console = WatchingConsole.open(
                        URI.create("http://127.0.0.1:" + balancer.port()),
                        bench.system().key())) {
            bench.awaitMore(bench.options().batch() * 10);
            await("the console shows something").atMost(Bench.RECOVERY).until(() -> !console.counts()
                    .isEmpty());
            int connections = console.countConnections();
            long since = System.nanoTime();
            bench.system().kill("gateway");
            await("the other gateway has let the console in")
                    .atMost(Bench.RECOVERY)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> console.countConnections() > connections);
            long resumed = Bench.millisSince(since);
            Check.that(resumed <= RESUME.toMillis(), "the console resumed after " + resumed + " ms");
            String both = bench.recovery(since);
            bench.stopLoad();
            bench.awaitShown(bench.countAcknowledged());
            await("both consoles show the same").atMost(Bench.RECOVERY).until(() -> console.counts()
                    .equals(bench.counts()));
            Check.that(console.countSnapshots() == 1, "the console had to begin anew");
            bench.startLoad();
            figure = "one of two: its console is with the other after " + resumed
                    + " ms, resumed without a snapshot, same picture; " + both;
        }
        int drops = bench.countDrops();
        String alone = bench.killAndRecover("gateway");
        return figure + "; the only one: " + alone + ", " + (bench.countDrops() - drops) + " drops of the console";
    }

    private static String neverRead(Bench bench) throws Exception {
        bench.awaitMore(bench.options().batch() * 3);
        long before = heapBytes(bench);
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < IDLE_SOCKETS; i++) {
                idle.add(openAndNeverRead(
                        bench.system().address(), bench.system().key()));
            }
            bench.awaitMore(bench.options().batch() * 5 * 40);
            bench.awaitShown(bench.countAcknowledged());
            long after = heapBytes(bench);
            Check.that(after - before < MOST_HEAP_GROWTH, "the heap grew from " + before + " to " + after + " bytes");
            return IDLE_SOCKETS + " idle sockets; heap in use after collection " + before / 1_000_000 + " to "
                    + after / 1_000_000 + " MB";
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private static Socket openAndNeverRead(URI address, String key) throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()));
        String request = "GET /api/v1/live HTTP/1.1\r\nHost: " + address.getHost() + ":" + address.getPort()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " + key + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        Check.that(head.toString(StandardCharsets.US_ASCII).contains(" 101 "), "no socket: " + head);
        return socket;
    }

    private static long heapBytes(Bench bench) throws Exception {
        HttpResponse<String> metrics = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(bench.system().address().resolve("/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return (long) metrics.body()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes")
                        && line.contains("area=\"heap\"")
                        && line.contains("Tenured"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static String comeBack(Bench bench) throws Exception {
        bench.awaitShown(bench.countAcknowledged());
        int sockets = bench.options().sockets();
        HttpClient http = HttpClient.newHttpClient();
        URI live = URI.create("ws://" + bench.system().address().getHost() + ":"
                + bench.system().address().getPort() + "/api/v1/live");
        long since = System.nanoTime();
        List<CompletableFuture<Long>> snapshots = new ArrayList<>();
        List<CompletableFuture<WebSocket>> opened = new ArrayList<>();
        for (int i = 0; i < sockets; i++) {
            CompletableFuture<Long> snapshot = new CompletableFuture<>();
            snapshots.add(snapshot);
            opened.add(http.newWebSocketBuilder()
                    .header("Authorization", "Bearer " + bench.system().key())
                    .buildAsync(live, new FirstMessage(since, snapshot)));
        }
        CompletableFuture.allOf(snapshots.toArray(CompletableFuture[]::new)).get(90, TimeUnit.SECONDS);
        long[] millis =
                snapshots.stream().mapToLong(CompletableFuture::join).sorted().toArray();
        opened.forEach(each -> each.join().abort());
        await("the sockets are gone").atMost(Bench.RECOVERY).until(() -> opened.stream()
                .allMatch(each -> each.join().isInputClosed()));
        long p99 = millis[(int) Math.ceil(millis.length * 0.99) - 1];
        Check.that(
                p99 <= SNAPSHOT_P99.toMillis(),
                "snapshot p99 " + p99 + " ms of " + Arrays.stream(millis).max());
        return sockets + " sockets: snapshot p50 " + millis[millis.length / 2] + " ms, p99 " + p99
                + " ms, clients on the same machine";
    }

    /** Says when the first message was complete. */
    private static final class FirstMessage implements WebSocket.Listener {
        private final long sinceNanos;
        private final CompletableFuture<Long> done;

        FirstMessage(long sinceNanos, CompletableFuture<Long> done) {
            this.sinceNanos = sinceNanos;
            this.done = done;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            if (last) {
                done.complete(Bench.millisSince(sinceNanos));
            }
            socket.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            done.completeExceptionally(error);
        }
    }
}
