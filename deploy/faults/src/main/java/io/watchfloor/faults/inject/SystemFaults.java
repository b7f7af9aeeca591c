package io.watchfloor.faults.inject;

import static org.awaitility.Awaitility.await;

import io.watchfloor.testbed.ApiClient;
import io.watchfloor.testbed.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What can happen to the rest: 10, 11, 16, 17, 19 to 21. */
final class SystemFaults {
    private static final int OFFICERS = 16;
    private static final int PEOPLE = 200;
    private static final Duration ALARM = Duration.ofSeconds(10);

    private SystemFaults() {}

    static List<Fault> list() {
        return List.of(
                new Fault(10, "stop each process and let it go on", "L", Fault.Needs.NOTHING, SystemFaults::stopEach),
                new Fault(
                        11,
                        "graph down",
                        "console live and says so; decisions refused clearly",
                        Fault.Needs.NOTHING,
                        SystemFaults::graphDown),
                new Fault(
                        16,
                        "clock an hour ahead, back, an hour behind, and back",
                        "alarm within 10 s, L",
                        Fault.Needs.MOVABLE_CLOCK,
                        SystemFaults::moveClock),
                new Fault(17, "silent feed", "alarm", Fault.Needs.FEED_HISTORY, SilentFeed::run),
                new Fault(
                        19,
                        "16 officers send the same people",
                        "one winner each",
                        Fault.Needs.NOTHING,
                        SystemFaults::race),
                new Fault(20, "tenfold burst", "urgent first, L", Fault.Needs.NOTHING, Burst::run),
                new Fault(
                        21,
                        "upgrade from the state of the version before",
                        "L",
                        Fault.Needs.OLD_VERSION,
                        OldVersion::upgrade));
    }

    private static String stopEach(Bench bench) throws Exception {
        List<String> figures = new ArrayList<>();
        for (Duration pause : bench.options().pauses()) {
            List<String> wholeAfter = new ArrayList<>();
            for (String part : Parts.NAMES) {
                bench.awaitMore(bench.options().batch() * 3);
                ProcessHandle process = bench.parts().process(part);
                Signal.STOP.sendTo(process);
                await().pollDelay(pause).atMost(pause.plusSeconds(30)).until(() -> true);
                Signal.CONTINUE.sendTo(process);
                long since = System.nanoTime();
                bench.awaitMore(1);
                bench.awaitShown(bench.countAcknowledged());
                wholeAfter.add(part + " " + bench.recovered(since) + " ms");
            }
            figures.add(pause.toSeconds() + " s: " + String.join(", ", wholeAfter));
        }
        return "whole again, after it went on, having stood still for " + String.join("; ", figures);
    }

    private static String graphDown(Bench bench) throws Exception {
        bench.awaitMore(bench.options().batch() * 5);
        String incident = bench.api()
                .get("/incidents?limit=1")
                .get("incidents")
                .get(0)
                .get("id")
                .asText();
        long[] silent = new long[1];
        bench.parts().unsupervised(() -> {
            ExpectedAlarm graphSilent = bench.expectAlarm("silent");
            bench.parts().killUnnoticed("graph");
            silent[0] = graphSilent.awaitSince(System.nanoTime(), ALARM);
            bench.awaitMore(bench.options().batch() * 5);
            bench.awaitShown(bench.countAcknowledged());
            ApiClient.Answer decision = bench.api().post("/incidents/" + incident + "/acknowledge", "officer", "{}");
            Check.that(decision.status() == 503, "a decision was answered " + decision);
            Duration outage = bench.options().outage();
            await().pollDelay(outage).atMost(outage.plusSeconds(30)).until(() -> true);
        });
        long back = System.nanoTime();
        long filed = bench.awaitFiled(back, Bench.RECOVERY.multipliedBy(2));
        return "alarm after " + silent[0] + " ms, picture live, decision 503; filed all " + filed
                + " ms after it could come back";
    }

    private static String moveClock(Bench bench) throws Exception {
        Path clock = bench.system().data().resolve("clock");
        List<String> figures = new ArrayList<>();
        for (String offset : List.of("+1h", "+0", "-1h", "+0")) {
            bench.awaitMore(bench.options().batch() * 3);
            ExpectedAlarm jump = bench.expectAlarm("clock");
            long since = System.nanoTime();
            Files.writeString(clock, offset + "\n");
            figures.add(offset + ": alarm after " + jump.awaitSince(since, ALARM) + " ms");
            bench.awaitMore(bench.options().batch() * 3);
            bench.awaitShown(bench.countAcknowledged());
        }
        return String.join(", ", figures);
    }

    private static String race(Bench bench) throws Exception {
        bench.awaitShown(bench.countAcknowledged());
        List<String> people = new ArrayList<>();
        bench.api()
                .get("/people")
                .get("people")
                .forEach(person -> people.add(person.get("id").asText()));
        List<String> chosen = people.subList(0, Math.min(PEOPLE, people.size()));
        List<String> incidents = new ArrayList<>();
        bench.api()
                .get("/incidents?limit=" + OFFICERS)
                .get("incidents")
                .forEach(incident -> incidents.add(incident.get("id").asText()));
        Map<String, AtomicInteger> winners = new ConcurrentHashMap<>();
        Set<String> sent = ConcurrentHashMap.newKeySet();
        AtomicInteger attempts = new AtomicInteger();
        ExecutorService officers = Executors.newFixedThreadPool(OFFICERS);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int officer = 0; officer < OFFICERS; officer++) {
                String name = "officer " + officer;
                String incident = incidents.get(officer % incidents.size());
                working.add(officers.submit(() -> {
                    for (String person : chosen) {
                        attempts.incrementAndGet();
                        ApiClient.Answer answer = bench.api()
                                .post(
                                        "/incidents/" + incident + "/assignments",
                                        name,
                                        "{\"personId\":\"" + person + "\",\"despite\":\"a race\"}");
                        if (answer.status() < 300) {
                            winners.computeIfAbsent(person, id -> new AtomicInteger())
                                    .incrementAndGet();
                            sent.add(answer.body().get("id").asText());
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : working) {
                each.get();
            }
        } finally {
            officers.shutdownNow();
        }
        long doubled =
                winners.values().stream().filter(count -> count.get() > 1).count();
        Check.that(doubled == 0, doubled + " people were sent twice");
        Check.that(!winners.isEmpty(), "nobody could be sent at all");
        for (String assignment : sent) {
            bench.api().post("/assignments/" + assignment + "/recall", "officer 0", "{}");
        }
        return attempts.get() + " attempts on " + chosen.size() + " people, " + winners.size() + " sent, 0 sent twice";
    }
}
