package io.watchfloor.gateway.desk;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.watchfloor.gateway.metrics.GatewayMetrics;
import io.watchfloor.graph.Graph;
import io.watchfloor.graph.access.DeviceRegister;
import io.watchfloor.graph.archive.IncidentArchive;
import io.watchfloor.graph.connection.GraphUnavailableException;
import io.watchfloor.graph.decision.Asked;
import io.watchfloor.graph.decision.DeskResult;
import io.watchfloor.graph.desk.DutyDesk;
import io.watchfloor.graph.plan.AutomaticSending;
import io.watchfloor.graph.plan.StandbyOrders;
import io.watchfloor.graph.shift.NoticeDesk;
import io.watchfloor.graph.shift.ShiftDesk;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Calls to the graph, which block, on worker threads of their own. So many may be under way or wait; a further one is
 * refused at once. When the graph stops answering, whoever waits is told at once, while the threads may be held up for
 * longer. Belongs to one event loop.
 */
public final class GraphCalls {
    private static final int THREADS = 8;
    private static final int MAX_UNDER_WAY = 256;
    private static final int MAX_PATIENT_UNDER_WAY = 8;
    private static final long MAX_SECONDS = 30;
    private static final long PATIENCE_MINUTES = 10;

    private final Graph graph;
    private final BooleanSupplier graphUp;
    private final WorkerExecutor workers;
    private final WorkerExecutor patientWorkers;
    private final GatewayMetrics metrics;
    private final OutboxRelay relay;
    private final Set<Promise<?>> waiting = new HashSet<>();
    private int underWay;
    private int patientUnderWay;

    /**
     * Calls this graph.
     *
     * @param graphUp whether it answered lately; while it did not, calls fail at once instead of waiting for it
     * @param relay is told of every decision
     */
    public GraphCalls(Vertx vertx, Graph graph, BooleanSupplier graphUp, OutboxRelay relay, GatewayMetrics metrics) {
        this.graph = graph;
        this.graphUp = graphUp;
        this.relay = relay;
        this.metrics = metrics;
        this.workers = vertx.createSharedWorkerExecutor("graph", THREADS, MAX_SECONDS, TimeUnit.SECONDS);
        this.patientWorkers = vertx.createSharedWorkerExecutor("graph-patient", 1, PATIENCE_MINUTES, TimeUnit.MINUTES);
        metrics.queue("graph", () -> underWay, MAX_UNDER_WAY);
        metrics.queue("graph-patient", () -> patientUnderWay, MAX_PATIENT_UNDER_WAY);
    }

    /** Decides something; {@code action} is its name in figures. */
    public Future<DeskResult> decide(String action, Function<DutyDesk, DeskResult> decision) {
        return decide(action, Asked.NOW, decision);
    }

    /** As {@link #decide(String, Function)}, for what may be asked again or is told later than it happened. */
    public Future<DeskResult> decide(String action, Asked asked, Function<DutyDesk, DeskResult> decision) {
        long startNanos = System.nanoTime();
        return ask(() -> decision.apply(graph.dutyDesk(asked))).onComplete(result -> {
            metrics.desk(action, outcomeOf(result.result()), System.nanoTime() - startNanos);
            relay.kick();
        });
    }

    /** Asks or tells the shift's desk something; {@code action} is its name in figures. */
    public <T> Future<T> shift(String action, Function<ShiftDesk, T> matter) {
        return shift(action, Asked.NOW, matter);
    }

    /** As {@link #shift(String, Function)}, for what may be asked again or is told later than it happened. */
    public <T> Future<T> shift(String action, Asked asked, Function<ShiftDesk, T> matter) {
        long startNanos = System.nanoTime();
        return ask(() -> matter.apply(graph.shiftDesk(asked))).onComplete(result -> {
            metrics.desk(action, result.succeeded() ? "done" : "unavailable", System.nanoTime() - startNanos);
            relay.kick();
        });
    }

    /** Tells people something, or that somebody has read it; {@code action} is its name in figures. */
    public <T> Future<T> notices(String action, Asked asked, Function<NoticeDesk, T> matter) {
        long startNanos = System.nanoTime();
        return ask(() -> matter.apply(graph.noticeDesk(asked))).onComplete(result -> {
            metrics.desk(action, result.succeeded() ? "done" : "unavailable", System.nanoTime() - startNanos);
            relay.kick();
        });
    }

    /** Reads something. */
    public <T> Future<T> read(Function<IncidentArchive, T> question) {
        return ask(() -> question.apply(graph.incidentArchive()));
    }

    /** Asks the graph anything else; not at all while it does not answer. */
    public <T> Future<T> query(Function<Graph, T> question) {
        return ask(() -> question.apply(graph));
    }

    /** As {@link #query}, for what may take minutes; one at a time. */
    public <T> Future<T> queryLong(Function<Graph, T> question) {
        if (!graphUp.getAsBoolean()) {
            return Future.failedFuture(new GraphUnavailableException("it did not answer lately", null));
        }
        if (patientUnderWay >= MAX_PATIENT_UNDER_WAY) {
            return Future.failedFuture(new OverloadedException());
        }
        patientUnderWay++;
        return patientWorkers
                .executeBlocking(() -> question.apply(graph), false)
                .onComplete(done -> patientUnderWay--);
    }

    /** As {@link #query}, and what came of it may have to be published. */
    public <T> Future<T> change(Function<Graph, T> change) {
        return query(change).onComplete(done -> relay.kick());
    }

    /** Asks whose device it is, or changes that. */
    public <T> Future<T> devices(Function<DeviceRegister, T> question) {
        return ask(() -> question.apply(graph.deviceRegister()));
    }

    /** Reads or sets which areas send by themselves. */
    public <T> Future<T> automatic(Function<AutomaticSending, T> call) {
        return ask(() -> call.apply(graph.automaticSending()));
    }

    /** Reads or notes whom officers told to wait where. */
    public <T> Future<T> standby(Function<StandbyOrders, T> call) {
        return ask(() -> call.apply(graph.standbyOrders()));
    }

    /** Works something out on a worker thread. */
    public <T> Future<T> run(Callable<T> call) {
        if (underWay >= MAX_UNDER_WAY) {
            return Future.failedFuture(new OverloadedException());
        }
        underWay++;
        return workers.executeBlocking(call, false).onComplete(done -> underWay--);
    }

    /** When the graph is known not to answer, nobody waits for it any longer. */
    public void giveUpIfDown() {
        if (!graphUp.getAsBoolean() && !waiting.isEmpty()) {
            List.copyOf(waiting).forEach(promise -> promise.tryFail(new GraphSilentException()));
        }
    }

    private <T> Future<T> ask(Callable<T> call) {
        if (!graphUp.getAsBoolean()) {
            return Future.failedFuture(new GraphUnavailableException("it did not answer lately", null));
        }
        Promise<T> answer = Promise.promise();
        waiting.add(answer);
        run(call).onSuccess(answer::tryComplete).onFailure(answer::tryFail);
        return answer.future().onComplete(told -> waiting.remove(answer));
    }

    private static String outcomeOf(DeskResult result) {
        if (result == null) {
            return "unavailable";
        }
        return result.isDone() ? "done" : result.refusal().name().toLowerCase(Locale.ROOT);
    }
}
