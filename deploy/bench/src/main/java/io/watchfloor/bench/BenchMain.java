package io.watchfloor.bench;

import io.watchfloor.graph.plan.PlanTiming;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs one benchmark, or all that need no file, and prints its figures as Markdown table rows. */
public final class BenchMain {
    private static final String USAGE = """
            usage: deploy/bench/run [all | load | pipeline [DAYS [WARM_UP_DAYS]] | people [COUNT] | nearest [COUNT] | plan | fanout | replay FILE MAPPING SOURCE]
              load              start-up, memory, reports accepted per second, report-to-console latency
              pipeline [DAYS [WARM_UP_DAYS]]
                                reports a second from the intake stream to the picture, and what each stage costs; of
                                four simulated days or of DAYS that were missed, after one or WARM_UP_DAYS that are not
                                counted, and of as many reports that come now
              people [COUNT]    candidates query at 300 people (the demo district) or at COUNT people (a made-up city)
              nearest [COUNT]   who could go, at 300, 10,000 and 100,000 people or at COUNT, beside PostGIS and Cypher
              plan              joint plans of 100 and 300 incidents, beside OR-Tools' minimum-cost flow and the nearest
              fanout            1,000 consoles at 200 updates a second, beside npm's ws
              replay FILE MAPPING SOURCE
                                replay a file and count: rows in = reports in incidents + refused
              all               load, pipeline, people, people 100000, nearest and plan
            """;

    private static final int DAYS = 4;
    private static final int WARM_UP_DAYS = 1;
    private static final List<Integer> SIZES = List.of(300, 10_000, 100_000);

    private final PrintStream out;

    private BenchMain(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws Exception {
        BenchMain bench = new BenchMain(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        List<String> words = Arrays.asList(args);
        String what = words.isEmpty() ? "all" : words.get(0);
        if (what.equals("load") && words.size() == 1) {
            bench.load();
        } else if (what.equals("pipeline") && words.size() <= 3) {
            bench.pipeline(
                    words.size() == 1 ? DAYS : Integer.parseInt(words.get(1)),
                    words.size() <= 2 ? WARM_UP_DAYS : Integer.parseInt(words.get(2)));
        } else if (what.equals("people") && words.size() <= 2) {
            bench.people(words.size() == 1 ? 0 : Integer.parseInt(words.get(1)));
        } else if (what.equals("nearest") && words.size() <= 2) {
            bench.nearest(words.size() == 1 ? SIZES : List.of(Integer.parseInt(words.get(1))));
        } else if (what.equals("plan") && words.size() == 1) {
            PlanTiming.print(bench.out);
        } else if (what.equals("fanout") && words.size() == 1) {
            bench.fanout();
        } else if (what.equals("replay") && words.size() == 4) {
            bench.replay(Path.of(words.get(1)), Path.of(words.get(2)), words.get(3));
        } else if (what.equals("all") && words.size() <= 1) {
            bench.load();
            bench.pipeline(DAYS, WARM_UP_DAYS);
            bench.people(0);
            bench.people(100_000);
            bench.nearest(SIZES);
            PlanTiming.print(bench.out);
        } else {
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private void load() throws IOException, InterruptedException {
        int metricsPort = BenchSystem.freePort();
        Map<String, String> settings = Map.of("WATCHFLOOR_PIPELINE_METRICS_PORT", "" + metricsPort);
        try (BenchSystem system = BenchSystem.start(settings, "--feed", "none")) {
            out.printf(
                    "| start to ready, fresh data | %.1f s | |%n",
                    system.toReady().toMillis() / 1e3);
            Gateway gateway = new Gateway(system.base(), system.key());
            memory("idle", system);
            String run = Long.toString(System.currentTimeMillis(), 36);
            RedisFloor floor = new RedisFloor(system.redisPort());
            long first = 0;
            for (int rate : List.of(200, 1_000, 5_000)) {
                int perRequest = Math.max(5, rate / 100);
                floor.measureDelivery(out, rate, perRequest);
                WayParts parts = new WayParts(system.redisPort());
                PipelineMetrics metrics = new PipelineMetrics(metricsPort);
                new ReportToConsole(gateway, parts, metrics, "bench-" + run, rate, perRequest, first).measure(out);
                memory("after %,d reports/s".formatted(rate), system);
                first += rate * 50L;
            }
            double alone = floor.measureAppends(out);
            new IntakeRate(gateway, "bench-rate-" + run, first).measure(out, alone);
            memory("after the intake run", system);
        }
    }

    private void pipeline(int days, int warmUpDays) throws IOException, InterruptedException {
        try (BenchSystem system = BenchSystem.start(Map.of("WATCHFLOOR_INTAKE_PARTITIONS", "1"), "--feed", "none")) {
            new PipelineRate(system, new Gateway(system.base(), system.key())).measure(out, warmUpDays, days);
            memory("after reports of %d days".formatted(warmUpDays + 2 * days), system);
        }
    }

    private void fanout() throws Exception {
        try (BenchSystem system = BenchSystem.start(Map.of(), "--feed", "none")) {
            new Fanout(system, new Gateway(system.base(), system.key()), out).measure();
        }
    }

    private void people(int count) throws IOException, InterruptedException {
        String[] options = {"--feed", "none"};
        Map<String, String> settings = Map.of();
        if (count > 0) {
            settings = Map.of("WATCHFLOOR_GATEWAY_HEAP_MEGABYTES", "1024");
            Path district = Files.createTempDirectory("watchfloor-city");
            new BigDistrict(count).writeTo(district);
            options = new String[] {"--feed", "none", "--district", district.toString()};
        }
        try (BenchSystem system = BenchSystem.start(settings, options)) {
            new CandidatesQuery(new Gateway(system.base(), system.key())).measure(out);
            memory("with its people loaded", system);
        }
    }

    private void nearest(List<Integer> sizes) throws Exception {
        for (int people : sizes) {
            new NearestPeople(out).measure(people);
        }
    }

    private void replay(Path file, Path mapping, String source) throws IOException, InterruptedException {
        String[] options = {
            "--feed",
            file.toAbsolutePath().toString(),
            "--mapping",
            mapping.toAbsolutePath().toString(),
            "--speed",
            "max"
        };
        try (BenchSystem system = BenchSystem.start(Map.of(), options)) {
            new FileReplay(new Gateway(system.base(), system.key()), source).measure(out, file);
        }
    }

    private void memory(String when, BenchSystem system) throws IOException {
        Map<String, Long> resident = system.residentMebibytes();
        long sum = resident.values().stream().mapToLong(Long::longValue).sum();
        out.printf("| resident memory, %s | %,d MiB | %s |%n", when, sum, resident);
    }
}
