package io.watchfloor.faults.inject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a gateway's {@code /metrics} says at one moment.
 *
 * @param lines each a name with its labels, a blank, and a number
 */
record Figures(List<String> lines) {
    static Figures read(URI gateway) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(gateway.resolve("/metrics")).build();
        return new Figures(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList());
    }

    /** All figures like this together. */
    long sum(Predicate<String> like) {
        return (long) lines.stream()
                .filter(like)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
