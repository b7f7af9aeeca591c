package io.watchfloor.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchfloor.testbed.ApiClient;
import io.watchfloor.testbed.ApiClient.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two officers who want the same person for different incidents at the same moment, again and again while the system is
 * being broken; whoever wins lets the person go again, so that the next round finds somebody free.
 */
public final class RacingOfficers {
    private static final long PAUSE_MILLIS = 500;
    private static final long STOP_LIMIT_MILLIS = 60_000;
    private static final int OK = 300;
    private static final int INCIDENTS = 20;

    private final ApiClient api;
    private final Thread thread = new Thread(this::run, "racing-officers");
    private final ExecutorService officers = Executors.newFixedThreadPool(2, work -> {
        Thread officer = new Thread(work, "officer");
        officer.setDaemon(true);
        return officer;
    });
    private final AtomicInteger races = new AtomicInteger();
    private final AtomicInteger sent = new AtomicInteger();
    private volatile boolean stopping;

    private RacingOfficers(ApiClient api) {
        this.api = api;
    }

    /** Begins. */
    public static RacingOfficers start(ApiClient api) {
        RacingOfficers racing = new RacingOfficers(api);
        racing.thread.setDaemon(true);
        racing.thread.start();
        return racing;
    }

    /** How many times both tried. */
    public int countRaces() {
        return races.get();
    }

    /** How many times one of them won. */
    public int countSent() {
        return sent.get();
    }

    /** Stops after the round that is under way. */
    public void finish() throws InterruptedException {
        stopping = true;
        thread.join(STOP_LIMIT_MILLIS);
        officers.shutdownNow();
    }

    private void run() {
        List<String> people = List.of();
        int next = 0;
        try {
            while (!stopping) {
                try {
                    people = people.isEmpty() ? ids(api.get("/people").get("people")) : people;
                    List<String> incidents =
                            ids(api.get("/incidents?limit=" + INCIDENTS).get("incidents"));
                    if (incidents.size() > 1 && !people.isEmpty()) {
                        int first = next % (incidents.size() - 1);
                        race(people.get(next++ % people.size()), incidents.get(first), incidents.get(first + 1));
                    }
                } catch (IOException e) {
                    // what they ask is being broken: they try again, and what came of it is counted at the end
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void race(String person, String here, String there) throws InterruptedException {
        races.incrementAndGet();
        Future<Answer> one = officers.submit(() -> send(person, here, "first officer"));
        Future<Answer> other = officers.submit(() -> send(person, there, "second officer"));
        for (Future<Answer> each : List.of(one, other)) {
            try {
                Answer answer = each.get();
                if (answer.status() < OK) {
                    sent.incrementAndGet();
                    String assignment = answer.body().get("id").asText();
                    api.post("/assignments/" + assignment + "/recall", "first officer", "{}");
                }
            } catch (java.util.concurrent.ExecutionException | IOException e) {
                // nobody answered: whether the person was sent is seen at the end
            }
        }
    }

    private Answer send(String person, String incident, String officer) throws IOException, InterruptedException {
        return api.post(
                "/incidents/" + incident + "/assignments",
                officer,
                "{\"personId\":\"" + person + "\",\"despite\":\"a race\"}");
    }

    private static List<String> ids(JsonNode things) {
        List<String> ids = new ArrayList<>();
        things.forEach(thing -> ids.add(thing.get("id").asText()));
        return ids;
    }
}
