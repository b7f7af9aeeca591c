package io.watchfloor.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.OptionalDouble;

/** What the pipeline says of itself, as a monitoring system reads it. */
final class PipelineMetrics {
    private static final String PREFIX = "flink_taskmanager_job_task_operator_watchfloor_";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;

    PipelineMetrics(int port) {
        this.address = URI.create("http://127.0.0.1:" + port + "/metrics");
    }

    /** Median and 99th percentile of one time of the picture job, as text; of several operators the largest. */
    String percentiles(String metric) throws IOException, InterruptedException {
        String page = http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return "p50 %s, p99 %s".formatted(quantile(page, metric, "0.5"), quantile(page, metric, "0.99"));
    }

    private static String quantile(String page, String metric, String quantile) {
        OptionalDouble largest = page.lines()
                .filter(line -> line.startsWith(PREFIX + metric + "{")
                        && line.contains("job_name=\"picture\"")
                        && line.contains("quantile=\"" + quantile + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .filter(value -> !Double.isNaN(value))
                .max();
        return largest.isPresent() ? String.format(Locale.ROOT, "%.0f", largest.getAsDouble()) : "-";
    }
}
