package io.watchfloor.drill.simulation;

import java.util.ArrayList;
import java.util.List;

/** An incident during a run: who was sent and who is there. */
final class Job {
    private final Call call;
    private final List<Worker> sent = new ArrayList<>();
    private int everSent;
    private double wholeAt = -1;

    Job(Call call) {
        this.call = call;
    }

    Call call() {
        return call;
    }

    String id() {
        return call.id();
    }

    /** Whoever is bound by it. */
    List<Worker> sent() {
        return sent;
    }

    List<String> sentIds() {
        return sent.stream().map(Worker::id).toList();
    }

    List<String> onSceneIds() {
        return sent.stream().filter(Worker::isOnScene).map(Worker::id).toList();
    }

    List<String> underWayIds() {
        return sent.stream()
                .filter(worker -> !worker.isOnScene())
                .map(Worker::id)
                .toList();
    }

    /** Counts the person in and gives how many were sent before, called off or not. */
    int add(Worker worker) {
        sent.add(worker);
        return everSent++;
    }

    boolean isWhole() {
        return wholeAt >= 0;
    }

    void whole(double at) {
        wholeAt = at;
    }

    double wholeAt() {
        return wholeAt;
    }
}
